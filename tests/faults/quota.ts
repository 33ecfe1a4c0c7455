import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Profile, productionBuild } from "./profile";

/**
 * A copy of the production build without the permission `unlimitedStorage`: with it Chromium refuses to store only when
 * the disk itself is full, which a test must not bring about. What it then says to the extension is the same.
 */
export async function copyWithQuota(): Promise<{ dir: string; remove(): Promise<void> }> {
	const dir = await mkdtemp(join(tmpdir(), "chatside-quota-"));
	await cp(productionBuild, dir, { recursive: true });
	const path = join(dir, "manifest.json");
	const manifest = JSON.parse(await readFile(path, "utf8")) as { permissions: string[] };
	const permissions = manifest.permissions.filter((name) => name !== "unlimitedStorage");
	await writeFile(path, JSON.stringify({ ...manifest, permissions }));
	return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** How much the extension has stored, in bytes, as Chromium counts it. */
export const usage = (profile: Profile): Promise<number> =>
	profile.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0, undefined);

/** Lets the extension store no more than so many bytes in all, until `lift` is called. */
export async function limitStorage(profile: Profile, bytes: number): Promise<{ lift(): Promise<void> }> {
	const { context, extensionId } = profile.browser();
	// The limit lasts as long as the session, and a browser's session cannot set it.
	const session = await context.newCDPSession(profile.chat());
	const origin = `chrome-extension://${extensionId}`;
	await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
	return {
		async lift() {
			await session.send("Storage.overrideQuotaForOrigin", { origin });
			await session.detach();
		},
	};
}
