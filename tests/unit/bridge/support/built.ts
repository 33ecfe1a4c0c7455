import { buildBridge } from "../../../../bridge/build.mjs";

/** Once, before all tests: they run the bridge as its users do, as processes of the built files. */
export async function setup() {
	await buildBridge();
}
