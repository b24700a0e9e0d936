// Runs on every page: what a page gains once scripts run, and does without until then.
import {completeCitation} from "./citation.js";
import {keepFolds} from "./keepFolds.js";
import {installKeys} from "./keys.js";
import {installLetters} from "./letters.js";
import {installMenu} from "./menu.js";
import {installQueries} from "./pageQueries.js";
import {installPreviews} from "./preview.js";
import {watchScrollable} from "./scrollable.js";
import {installSearch} from "./search.js";
import {themeButton} from "./theme.js";

keepFolds();
installPreviews();
installMenu();
const theme = themeButton();
installSearch(theme);
installKeys(theme);
completeCitation();
watchScrollable();
installQueries();
installLetters();
