import {drawFigures} from "../figures/drawFigures.js";

await drawFigures([736, 1100], {every: 1});
