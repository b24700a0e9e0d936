import {networkFiles} from "../../tools/samples/network.js";

process.stdout.write(networkFiles().gradients);
