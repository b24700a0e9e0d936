// Loaded into Framework's preview: it ends with the process that started it, however that ends, and so
// never stays behind on a port.
process.on("disconnect", () => process.exit());
