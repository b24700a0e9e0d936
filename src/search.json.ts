import {siteInventory} from "../tools/claims/siteInventory.js";
import {searchIndex} from "../tools/site/searchIndex.js";

process.stdout.write(JSON.stringify(searchIndex("src", await siteInventory("."))));
