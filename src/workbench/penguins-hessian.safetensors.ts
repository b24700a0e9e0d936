import {penguinFiles} from "../../tools/samples/penguins.js";

process.stdout.write(penguinFiles().hessian);
