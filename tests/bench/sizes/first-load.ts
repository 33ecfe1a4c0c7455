import type { Launched } from "../../../demo/browser/launch";

/** The files of the package, by their path in it, that a page asks for until it has come to rest. */
export async function firstLoad(
	{ context, extensionId }: Launched,
	name: string,
	kind: RegExp,
): Promise<string[]> {
	const page = await context.newPage();
	try {
		const requested = new Set<string>();
		page.on("request", (request) => requested.add(new URL(request.url()).pathname.slice(1)));
		await page.goto(`chrome-extension://${extensionId}/${name}`);
		await page.waitForLoadState("networkidle");
		return [...requested].filter((path) => kind.test(path));
	} finally {
		await page.close();
	}
}
