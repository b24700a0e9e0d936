const m: any = await import("./tools/types/checkPageTypes.ts");
console.log(await m.checkPageTypes({site: "."}));
