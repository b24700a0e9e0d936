/**
 * A module worker under the page's own policy. One that is started from a file has only the policy of its
 * response, and a static host sends none; one that is started from a blob inherits the page's. `code` runs after it.
 */
export function moduleWorker(module: string, code = ""): Worker {
  const source = `import ${JSON.stringify(new URL(module, location.href).href)};\n${code}\n`;
  const url = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  const worker = new Worker(url, {type: "module"});
  worker.addEventListener("message", () => URL.revokeObjectURL(url), {once: true});
  return worker;
}
