// Runs on every page: what a page gains once scripts run, and does without until then.
import {installPreviews} from "./preview.js";
import {watchScrollableMath} from "./scrollableMath.js";

installPreviews();
watchScrollableMath();
