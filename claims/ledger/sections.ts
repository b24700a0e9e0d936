import {claims as finiteRateAnisotropy} from "../finite-rate/anisotropy.js";
import {claims as finiteRateBatchFigures} from "../finite-rate/batchFigures.js";
import {claims as finiteRateBayes} from "../finite-rate/bayes.js";
import {claims as finiteRateDiagonalAdam} from "../finite-rate/diagonalAdam.js";
import {claims as finiteRateEffectiveLoss} from "../finite-rate/effectiveLoss.js";
import {claims as finiteRateEscape} from "../finite-rate/escape.js";
import {claims as finiteRateFigures} from "../finite-rate/figures.js";
import {claims as finiteRateGeneralisation} from "../finite-rate/generalisation.js";
import {claims as finiteRateInformation} from "../finite-rate/information.js";
import {claims as finiteRateKramers} from "../finite-rate/kramers.js";
import {claims as finiteRateKramersCurrent} from "../finite-rate/kramersCurrent.js";
import {claims as finiteRateKramersFigures} from "../finite-rate/kramersFigures.js";
import {claims as finiteRateKramersProof} from "../finite-rate/kramersProof.js";
import {claims as finiteRateNoise} from "../finite-rate/noise.js";
import {claims as finiteRateOneDimension} from "../finite-rate/oneDimension.js";
import {claims as finiteRateOrderings} from "../finite-rate/orderings.js";
import {claims as finiteRateProofs} from "../finite-rate/proofs.js";
import {claims as finiteRateQhm} from "../finite-rate/qhm.js";
import {claims as finiteRateRecursions} from "../finite-rate/recursions.js";
import {claims as finiteRateSecondOrder} from "../finite-rate/secondOrder.js";
import {claims as finiteRateSelfMade} from "../finite-rate/selfMade.js";
import {claims as finiteRateStationary} from "../finite-rate/stationary.js";
import {claims as finiteRateTableOne} from "../finite-rate/tableOne.js";
import {claims as finiteRateUnrolledMomentum} from "../finite-rate/unrolledMomentum.js";
import {claims as finiteRateWalks} from "../finite-rate/walks.js";
import {claims as fisherAlignedNoise} from "../fisher/alignedNoise.js";
import {claims as fisherAlignment} from "../fisher/alignment.js";
import {claims as fisherAngleSweep} from "../fisher/angleSweep.js";
import {claims as fisherApproximation} from "../fisher/approximation.js";
import {claims as fisherAssumptions} from "../fisher/assumptions.js";
import {claims as fisherBeyondLinear} from "../fisher/beyondLinear.js";
import {claims as fisherCoercivity} from "../fisher/coercivity.js";
import {claims as fisherDecayingSteps} from "../fisher/decayingSteps.js";
import {claims as fisherDiagnostics} from "../fisher/diagnostics.js";
import {claims as fisherDiffusion} from "../fisher/diffusion.js";
import {claims as fisherDirections} from "../fisher/directions.js";
import {claims as fisherDualNorm} from "../fisher/dualNorm.js";
import {claims as fisherEstimating} from "../fisher/estimating.js";
import {claims as fisherExchangeability} from "../fisher/exchangeability.js";
import {claims as fisherExperiments} from "../fisher/experiments.js";
import {claims as fisherFrozenMetric} from "../fisher/frozenMetric.js";
import {claims as fisherGeometry} from "../fisher/geometry.js";
import {claims as fisherGradientNoise} from "../fisher/gradientNoise.js";
import {claims as fisherIdentifiable} from "../fisher/identifiable.js";
import {claims as fisherInformation} from "../fisher/information.js";
import {claims as fisherIntrinsic} from "../fisher/intrinsic.js";
import {claims as fisherLemmas} from "../fisher/lemmas.js";
import {claims as fisherLocalMinimax} from "../fisher/localMinimax.js";
import {claims as fisherLowerBound} from "../fisher/lowerBound.js";
import {claims as fisherMisspecification} from "../fisher/misspecification.js";
import {claims as fisherNeighbourhood} from "../fisher/neighbourhood.js";
import {claims as fisherNoiseLaw} from "../fisher/noiseLaw.js";
import {claims as fisherOneStep} from "../fisher/oneStep.js";
import {claims as fisherOracleComplexity} from "../fisher/oracleComplexity.js";
import {claims as fisherOracleProof} from "../fisher/oracleProof.js";
import {claims as fisherParameters} from "../fisher/parameters.js";
import {claims as fisherPlateau} from "../fisher/plateau.js";
import {claims as fisherPrintedTails} from "../fisher/printedTails.js";
import {claims as fisherQuasiStatic} from "../fisher/quasiStatic.js";
import {claims as fisherRobbinsMonroProduct} from "../fisher/robbinsMonroProduct.js";
import {claims as fisherSetup} from "../fisher/setup.js";
import {claims as fisherStationarityBound} from "../fisher/stationarityBound.js";
import {claims as fisherSurrogate} from "../fisher/surrogate.js";
import {claims as fisherTighterBounds} from "../fisher/tighterBounds.js";
import {claims as fisherTranscripts} from "../fisher/transcripts.js";
import {claims as fisherUpperBound} from "../fisher/upperBound.js";
import {claims as fisherVarianceReduction} from "../fisher/varianceReduction.js";
import {claims as fisherVerification} from "../fisher/verification.js";
import {claims as fisherWorstFloor} from "../fisher/worstFloor.js";
import {claims as notesAccumulation} from "../notes/accumulation.js";
import {claims as notesContinuousLimit} from "../notes/continuousLimit.js";
import {claims as notesCorrelatedNoise} from "../notes/correlatedNoise.js";
import {claims as notesCurrent} from "../notes/current.js";
import {claims as notesFokkerPlanck} from "../notes/fokkerPlanck.js";
import {claims as notesGradientNoise} from "../notes/gradientNoise.js";
import {claims as notesHeavyTails} from "../notes/heavyTails.js";
import {claims as notesSetup} from "../notes/setup.js";
import {claims as notesSingularNoise} from "../notes/singularNoise.js";
import {claims as notesStepAndBatch} from "../notes/stepAndBatch.js";
import {claims as notesTwoSources} from "../notes/twoSources.js";
import {claims as notesWeakOrder} from "../notes/weakOrder.js";
import {claims as samplingComparison} from "../sampling/comparison.js";
import {claims as samplingOrders} from "../sampling/orders.js";
import {claims as samplingQueue} from "../sampling/queue.js";
import {claims as samplingScenarios} from "../sampling/scenarios.js";
import {claims as samplingStream} from "../sampling/stream.js";
import {claims as summaryAbstract} from "../summary/abstract.js";
import {claims as summaryExchangeable} from "../summary/exchangeable.js";
import type {Claim} from "./claim.js";

/** The claims by the file, below `claims/` and without extension, that holds them. */
export const sections: Readonly<Record<string, readonly Claim[]>> = {
  "finite-rate/anisotropy": finiteRateAnisotropy,
  "finite-rate/batchFigures": finiteRateBatchFigures,
  "finite-rate/bayes": finiteRateBayes,
  "finite-rate/diagonalAdam": finiteRateDiagonalAdam,
  "finite-rate/effectiveLoss": finiteRateEffectiveLoss,
  "finite-rate/escape": finiteRateEscape,
  "finite-rate/figures": finiteRateFigures,
  "finite-rate/generalisation": finiteRateGeneralisation,
  "finite-rate/information": finiteRateInformation,
  "finite-rate/kramers": finiteRateKramers,
  "finite-rate/kramersCurrent": finiteRateKramersCurrent,
  "finite-rate/kramersFigures": finiteRateKramersFigures,
  "finite-rate/kramersProof": finiteRateKramersProof,
  "finite-rate/noise": finiteRateNoise,
  "finite-rate/oneDimension": finiteRateOneDimension,
  "finite-rate/orderings": finiteRateOrderings,
  "finite-rate/proofs": finiteRateProofs,
  "finite-rate/qhm": finiteRateQhm,
  "finite-rate/recursions": finiteRateRecursions,
  "finite-rate/secondOrder": finiteRateSecondOrder,
  "finite-rate/selfMade": finiteRateSelfMade,
  "finite-rate/stationary": finiteRateStationary,
  "finite-rate/tableOne": finiteRateTableOne,
  "finite-rate/unrolledMomentum": finiteRateUnrolledMomentum,
  "finite-rate/walks": finiteRateWalks,
  "fisher/alignedNoise": fisherAlignedNoise,
  "fisher/alignment": fisherAlignment,
  "fisher/angleSweep": fisherAngleSweep,
  "fisher/approximation": fisherApproximation,
  "fisher/assumptions": fisherAssumptions,
  "fisher/beyondLinear": fisherBeyondLinear,
  "fisher/coercivity": fisherCoercivity,
  "fisher/decayingSteps": fisherDecayingSteps,
  "fisher/diagnostics": fisherDiagnostics,
  "fisher/diffusion": fisherDiffusion,
  "fisher/directions": fisherDirections,
  "fisher/dualNorm": fisherDualNorm,
  "fisher/estimating": fisherEstimating,
  "fisher/exchangeability": fisherExchangeability,
  "fisher/experiments": fisherExperiments,
  "fisher/frozenMetric": fisherFrozenMetric,
  "fisher/geometry": fisherGeometry,
  "fisher/gradientNoise": fisherGradientNoise,
  "fisher/identifiable": fisherIdentifiable,
  "fisher/information": fisherInformation,
  "fisher/intrinsic": fisherIntrinsic,
  "fisher/lemmas": fisherLemmas,
  "fisher/localMinimax": fisherLocalMinimax,
  "fisher/lowerBound": fisherLowerBound,
  "fisher/misspecification": fisherMisspecification,
  "fisher/neighbourhood": fisherNeighbourhood,
  "fisher/noiseLaw": fisherNoiseLaw,
  "fisher/oneStep": fisherOneStep,
  "fisher/oracleComplexity": fisherOracleComplexity,
  "fisher/oracleProof": fisherOracleProof,
  "fisher/parameters": fisherParameters,
  "fisher/plateau": fisherPlateau,
  "fisher/printedTails": fisherPrintedTails,
  "fisher/quasiStatic": fisherQuasiStatic,
  "fisher/robbinsMonroProduct": fisherRobbinsMonroProduct,
  "fisher/setup": fisherSetup,
  "fisher/stationarityBound": fisherStationarityBound,
  "fisher/surrogate": fisherSurrogate,
  "fisher/tighterBounds": fisherTighterBounds,
  "fisher/transcripts": fisherTranscripts,
  "fisher/upperBound": fisherUpperBound,
  "fisher/varianceReduction": fisherVarianceReduction,
  "fisher/verification": fisherVerification,
  "fisher/worstFloor": fisherWorstFloor,
  "notes/accumulation": notesAccumulation,
  "notes/continuousLimit": notesContinuousLimit,
  "notes/correlatedNoise": notesCorrelatedNoise,
  "notes/current": notesCurrent,
  "notes/fokkerPlanck": notesFokkerPlanck,
  "notes/gradientNoise": notesGradientNoise,
  "notes/heavyTails": notesHeavyTails,
  "notes/setup": notesSetup,
  "notes/singularNoise": notesSingularNoise,
  "notes/stepAndBatch": notesStepAndBatch,
  "notes/twoSources": notesTwoSources,
  "notes/weakOrder": notesWeakOrder,
  "sampling/comparison": samplingComparison,
  "sampling/orders": samplingOrders,
  "sampling/queue": samplingQueue,
  "sampling/scenarios": samplingScenarios,
  "sampling/stream": samplingStream,
  "summary/abstract": summaryAbstract,
  "summary/exchangeable": summaryExchangeable
};
