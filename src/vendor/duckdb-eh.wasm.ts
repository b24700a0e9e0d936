import {vendor} from "../../tools/site/vendor.js";

vendor("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
