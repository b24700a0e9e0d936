import {openBrowser} from "./preview/openBrowser.js";
import {startPreview} from "./preview/preview.js";
import {readCommand, wholeNumber} from "./readCommand.js";
import {root} from "./root.js";
import {siteFolder} from "./siteFolder.js";

const usage = `npm start -- [options]
  --port n      where the site is served; 3000 or the next free one unless given
  --host NAME   on which address; 127.0.0.1 unless given
  --no-open     leave the browser alone
  --site DIR    another site than the project's own`;

const {values} = readCommand(usage, {
  options: {
    port: {type: "string"},
    host: {type: "string", default: "127.0.0.1"},
    "no-open": {type: "boolean", default: false},
    site: {type: "string", default: root}
  }
});

try {
  const port = values.port === undefined ? undefined : wholeNumber("port", values.port, 1, 65_535);
  const server = await startPreview({site: siteFolder(values.site), host: values.host, port});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      server.close();
      process.exit(0);
    });
  console.error(server.url);
  const quiet = values["no-open"] || !process.stdout.isTTY || Boolean(process.env.CI);
  if (!quiet) openBrowser(server.url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
