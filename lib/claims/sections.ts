import type {Claim} from "./claim.js";
import {claims as finiteRateAnisotropy} from "./finiteRate/anisotropy.js";
import {claims as finiteRateBatchFigures} from "./finiteRate/batchFigures.js";
import {claims as finiteRateBayes} from "./finiteRate/bayes.js";
import {claims as finiteRateEffectiveLoss} from "./finiteRate/effectiveLoss.js";
import {claims as finiteRateEscape} from "./finiteRate/escape.js";
import {claims as finiteRateFigures} from "./finiteRate/figures.js";
import {claims as finiteRateGeneralisation} from "./finiteRate/generalisation.js";
import {claims as finiteRateKramers} from "./finiteRate/kramers.js";
import {claims as finiteRateKramersCurrent} from "./finiteRate/kramersCurrent.js";
import {claims as finiteRateKramersFigures} from "./finiteRate/kramersFigures.js";
import {claims as finiteRateKramersProof} from "./finiteRate/kramersProof.js";
import {claims as finiteRateNoise} from "./finiteRate/noise.js";
import {claims as finiteRateOneDimension} from "./finiteRate/oneDimension.js";
import {claims as finiteRateOrderings} from "./finiteRate/orderings.js";
import {claims as finiteRateProofs} from "./finiteRate/proofs.js";
import {claims as finiteRateQhm} from "./finiteRate/qhm.js";
import {claims as finiteRateRecursions} from "./finiteRate/recursions.js";
import {claims as finiteRateSecondOrder} from "./finiteRate/secondOrder.js";
import {claims as finiteRateSelfMade} from "./finiteRate/selfMade.js";
import {claims as finiteRateStationary} from "./finiteRate/stationary.js";
import {claims as finiteRateTableOne} from "./finiteRate/tableOne.js";
import {claims as finiteRateUnrolledMomentum} from "./finiteRate/unrolledMomentum.js";
import {claims as fisherAlignedNoise} from "./fisher/alignedNoise.js";
import {claims as fisherAlignment} from "./fisher/alignment.js";
import {claims as fisherAngleSweep} from "./fisher/angleSweep.js";
import {claims as fisherApproximation} from "./fisher/approximation.js";
import {claims as fisherAssumptions} from "./fisher/assumptions.js";
import {claims as fisherDecayingSteps} from "./fisher/decayingSteps.js";
import {claims as fisherDiagnostics} from "./fisher/diagnostics.js";
import {claims as fisherDiffusion} from "./fisher/diffusion.js";
import {claims as fisherDirections} from "./fisher/directions.js";
import {claims as fisherDualNorm} from "./fisher/dualNorm.js";
import {claims as fisherEstimating} from "./fisher/estimating.js";
import {claims as fisherExchangeability} from "./fisher/exchangeability.js";
import {claims as fisherExperiments} from "./fisher/experiments.js";
import {claims as fisherFrozenMetric} from "./fisher/frozenMetric.js";
import {claims as fisherGeometry} from "./fisher/geometry.js";
import {claims as fisherGradientNoise} from "./fisher/gradientNoise.js";
import {claims as fisherIdentifiable} from "./fisher/identifiable.js";
import {claims as fisherInformation} from "./fisher/information.js";
import {claims as fisherLemmas} from "./fisher/lemmas.js";
import {claims as fisherLocalMinimax} from "./fisher/localMinimax.js";
import {claims as fisherLowerBound} from "./fisher/lowerBound.js";
import {claims as fisherMisspecification} from "./fisher/misspecification.js";
import {claims as fisherNeighbourhood} from "./fisher/neighbourhood.js";
import {claims as fisherNoiseLaw} from "./fisher/noiseLaw.js";
import {claims as fisherOneStep} from "./fisher/oneStep.js";
import {claims as fisherOracleComplexity} from "./fisher/oracleComplexity.js";
import {claims as fisherOracleProof} from "./fisher/oracleProof.js";
import {claims as fisherParameters} from "./fisher/parameters.js";
import {claims as fisherPlateau} from "./fisher/plateau.js";
import {claims as fisherQuasiStatic} from "./fisher/quasiStatic.js";
import {claims as fisherRobbinsMonroProduct} from "./fisher/robbinsMonroProduct.js";
import {claims as fisherSetup} from "./fisher/setup.js";
import {claims as fisherStationarityBound} from "./fisher/stationarityBound.js";
import {claims as fisherSurrogate} from "./fisher/surrogate.js";
import {claims as fisherTranscripts} from "./fisher/transcripts.js";
import {claims as fisherUpperBound} from "./fisher/upperBound.js";
import {claims as fisherVarianceReduction} from "./fisher/varianceReduction.js";
import {claims as fisherVerification} from "./fisher/verification.js";
import {claims as notesAccumulation} from "./notes/accumulation.js";
import {claims as notesContinuousLimit} from "./notes/continuousLimit.js";
import {claims as notesCorrelatedNoise} from "./notes/correlatedNoise.js";
import {claims as notesCurrent} from "./notes/current.js";
import {claims as notesFokkerPlanck} from "./notes/fokkerPlanck.js";
import {claims as notesGradientNoise} from "./notes/gradientNoise.js";
import {claims as notesHeavyTails} from "./notes/heavyTails.js";
import {claims as notesSetup} from "./notes/setup.js";
import {claims as notesSingularNoise} from "./notes/singularNoise.js";
import {claims as notesStepAndBatch} from "./notes/stepAndBatch.js";
import {claims as notesTwoSources} from "./notes/twoSources.js";
import {claims as notesWeakOrder} from "./notes/weakOrder.js";
import {claims as summaryAbstract} from "./summary/abstract.js";
import {claims as summaryExchangeable} from "./summary/exchangeable.js";

/** The claims by the file, below `lib/claims/` and without extension, that holds them. */
export const sections: Readonly<Record<string, readonly Claim[]>> = {
  "fisher/alignment": fisherAlignment,
  "fisher/angleSweep": fisherAngleSweep,
  "fisher/approximation": fisherApproximation,
  "fisher/decayingSteps": fisherDecayingSteps,
  "fisher/diffusion": fisherDiffusion,
  "fisher/directions": fisherDirections,
  "fisher/exchangeability": fisherExchangeability,
  "fisher/experiments": fisherExperiments,
  "fisher/frozenMetric": fisherFrozenMetric,
  "fisher/neighbourhood": fisherNeighbourhood,
  "fisher/noiseLaw": fisherNoiseLaw,
  "fisher/identifiable": fisherIdentifiable,
  "fisher/surrogate": fisherSurrogate,
  "fisher/diagnostics": fisherDiagnostics,
  "fisher/geometry": fisherGeometry,
  "fisher/lemmas": fisherLemmas,
  "fisher/dualNorm": fisherDualNorm,
  "fisher/alignedNoise": fisherAlignedNoise,
  "fisher/stationarityBound": fisherStationarityBound,
  "fisher/oracleComplexity": fisherOracleComplexity,
  "fisher/oracleProof": fisherOracleProof,
  "fisher/misspecification": fisherMisspecification,
  "fisher/plateau": fisherPlateau,
  "fisher/oneStep": fisherOneStep,
  "fisher/upperBound": fisherUpperBound,
  "fisher/quasiStatic": fisherQuasiStatic,
  "fisher/robbinsMonroProduct": fisherRobbinsMonroProduct,
  "fisher/lowerBound": fisherLowerBound,
  "fisher/transcripts": fisherTranscripts,
  "fisher/localMinimax": fisherLocalMinimax,
  "fisher/information": fisherInformation,
  "fisher/estimating": fisherEstimating,
  "fisher/setup": fisherSetup,
  "fisher/parameters": fisherParameters,
  "fisher/gradientNoise": fisherGradientNoise,
  "fisher/assumptions": fisherAssumptions,
  "fisher/varianceReduction": fisherVarianceReduction,
  "fisher/verification": fisherVerification,
  "notes/gradientNoise": notesGradientNoise,
  "notes/setup": notesSetup,
  "notes/twoSources": notesTwoSources,
  "notes/accumulation": notesAccumulation,
  "notes/fokkerPlanck": notesFokkerPlanck,
  "notes/heavyTails": notesHeavyTails,
  "notes/correlatedNoise": notesCorrelatedNoise,
  "notes/continuousLimit": notesContinuousLimit,
  "notes/weakOrder": notesWeakOrder,
  "notes/current": notesCurrent,
  "notes/stepAndBatch": notesStepAndBatch,
  "notes/singularNoise": notesSingularNoise,
  "finiteRate/oneDimension": finiteRateOneDimension,
  "finiteRate/stationary": finiteRateStationary,
  "finiteRate/noise": finiteRateNoise,
  "finiteRate/figures": finiteRateFigures,
  "finiteRate/effectiveLoss": finiteRateEffectiveLoss,
  "finiteRate/escape": finiteRateEscape,
  "finiteRate/anisotropy": finiteRateAnisotropy,
  "finiteRate/kramersCurrent": finiteRateKramersCurrent,
  "finiteRate/kramersProof": finiteRateKramersProof,
  "finiteRate/kramers": finiteRateKramers,
  "finiteRate/kramersFigures": finiteRateKramersFigures,
  "finiteRate/generalisation": finiteRateGeneralisation,
  "finiteRate/secondOrder": finiteRateSecondOrder,
  "finiteRate/qhm": finiteRateQhm,
  "finiteRate/orderings": finiteRateOrderings,
  "finiteRate/proofs": finiteRateProofs,
  "finiteRate/selfMade": finiteRateSelfMade,
  "summary/abstract": summaryAbstract,
  "finiteRate/batchFigures": finiteRateBatchFigures,
  "summary/exchangeable": summaryExchangeable,
  "finiteRate/bayes": finiteRateBayes,
  "finiteRate/recursions": finiteRateRecursions,
  "finiteRate/tableOne": finiteRateTableOne,
  "finiteRate/unrolledMomentum": finiteRateUnrolledMomentum
};
