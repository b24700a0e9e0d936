// The entry of a module worker that solves the valley's Fokker–Planck equation.
import {answerLatest} from "../answerLatest.js";
import {valleyFlow} from "./valleyFlow.js";

answerLatest(valleyFlow);
