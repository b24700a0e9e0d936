// Runs on every page: what a page gains once scripts run, and does without until then.
import {completeCitation} from "./citation.js";
import {installMenu} from "./menu.js";
import {installPreviews} from "./preview.js";
import {watchScrollableMath} from "./scrollableMath.js";
import {installSearch} from "./search.js";

installPreviews();
installMenu();
installSearch();
completeCitation();
watchScrollableMath();
