import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { messagesFrom } from "./messages";
import { extensionDir, type Stage, withStage } from "./stage";
import { type StandInBridge, startStandInBridge, withNativeMessaging } from "./stand-in-bridge";

export type BridgeStage = Stage & {
	bridge: StandInBridge;
	/** The page of the bridge in the settings. */
	options: Page;
	/** Sends a message as a page does; gives its answer. */
	message(name: string, data?: unknown): Promise<unknown>;
};

/** A stage whose extension may talk to programs, with the bridge turned on and a stand-in at its other end. */
export async function withBridge(
	use: (stage: BridgeStage) => Promise<void>,
	{ hello, locale = "en-US" }: { hello?: unknown; locale?: string } = {},
): Promise<void> {
	const dir = await mkdtemp(join(tmpdir(), "chatside-bridge-test-"));
	const userDataDir = join(dir, "profile");
	const copy = await withNativeMessaging(extensionDir, dir);
	try {
		await withStage({ extensionDir: copy, userDataDir, locale }, async (stage) => {
			const bridge = await startStandInBridge(userDataDir, copy, hello);
			const options = await stage.browser.context.newPage();
			try {
				await options.goto(`chrome-extension://${stage.browser.extensionId}/options.html#/mcp-bridge`);
				const message = messagesFrom(options);
				await message("setBridge", { enabled: true });
				await bridge.greeted();
				await use({ ...stage, bridge, options, message });
			} finally {
				await options.close();
				await bridge.close();
			}
		});
	} finally {
		await rm(dir, { recursive: true, force: true, maxRetries: 5 });
	}
}
