import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildChatPage } from "./chat/build";
import type { Database } from "./crm/database";
import { openPostgres } from "./crm/database";
import { openEmbeddedDatabase } from "./crm/embedded-database";
import { type RunningCrm, startCrm } from "./crm/start";
import { buildInboxPage } from "./inbox/build-page";
import { type RunningInbox, startInbox } from "./inbox/start";
import { type RunningModel, startModel } from "./model/start";
import type { Pace } from "./model/stream";

/** The bearer token of the demo CRM. It guards made-up people only. */
export const demoToken = "demo-token";

/** Signs the webhooks of the demo. Like the token it guards made-up people only. */
export const demoWebhookSecret = "demo-webhook-secret";

/** The key of the demo's model server, which answers by rules and costs nobody anything. */
export const demoModelKey = "demo-model-key";

export type DemoServers = {
	/** The CRM's address, `http://127.0.0.1:PORT`. Stays the same across `stopCrm` and `startCrm`. */
	crmUrl: string;
	/** Receives the webhooks, checks and shows them. */
	inbox: RunningInbox;
	/** Speaks OpenAI's protocol; its models are rules, not language models. */
	model: RunningModel;
	/** The folder with the built chat page. */
	chatDir: string;
	stopCrm(): Promise<void>;
	startCrm(): Promise<void>;
	close(): Promise<void>;
};

/**
 * Starts what the demo needs beside a browser. Port 0 takes any free one. The CRM's data is in an embedded database,
 * or in the PostgreSQL that `databaseUrl` names.
 */
export async function startDemoServers({
	crmPort = 0,
	inboxPort = 0,
	modelPort = 0,
	modelPace,
	databaseUrl,
}: {
	crmPort?: number;
	inboxPort?: number;
	modelPort?: number;
	/** How long the model takes; no time where it is left out. */
	modelPace?: Partial<Pace>;
	databaseUrl?: string;
} = {}): Promise<DemoServers> {
	const chatDir = await mkdtemp(join(tmpdir(), "chatside-demo-chat-"));
	const database: Database = databaseUrl ? openPostgres(databaseUrl) : await openEmbeddedDatabase();
	const start = (port: number) => startCrm({ port, token: demoToken, now: new Date(), database });
	const [first, inbox, model] = await Promise.all([
		start(crmPort),
		buildInboxPage().then((page) => startInbox({ port: inboxPort, secret: demoWebhookSecret, page })),
		startModel({ port: modelPort, key: demoModelKey, pace: modelPace }),
		buildChatPage(chatDir),
	]);
	let crm: RunningCrm | undefined = first;
	return {
		crmUrl: first.url,
		inbox,
		model,
		chatDir,
		async stopCrm() {
			await crm?.close();
			crm = undefined;
		},
		async startCrm() {
			crm ??= await start(Number(new URL(first.url).port));
		},
		async close() {
			await crm?.close();
			await inbox.close();
			await model.close();
			await database.close();
			await rm(chatDir, { recursive: true, force: true });
		},
	};
}
