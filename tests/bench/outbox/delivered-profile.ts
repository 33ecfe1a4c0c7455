import { rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OutboxSubject, openOutbox } from "./outbox-subject";
import { storeDeliveries } from "./stored-deliveries";

const made = new Map<string, Promise<string>>();

/**
 * Chatside in a profile of its own in which so many events were delivered. The profile is made once in a run of the
 * bench and copied, because making it takes longer than what is measured in it.
 */
export async function openWithDelivered(extensionDir: string, count: number): Promise<OutboxSubject> {
	const key = `${extensionDir} ${count}`;
	const profile = made.get(key) ?? makeProfile(extensionDir, count);
	made.set(key, profile);
	const userDataDir = await mkdtemp(join(tmpdir(), "chatside-delivered-"));
	await cp(await profile, userDataDir, { recursive: true });
	const subject = await openOutbox(extensionDir, { userDataDir });
	const close = async () => {
		await subject.close();
		await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
	};
	return { ...subject, close };
}

async function makeProfile(extensionDir: string, count: number): Promise<string> {
	const userDataDir = await mkdtemp(join(tmpdir(), "chatside-delivered-"));
	process.once("exit", () => rmSync(userDataDir, { recursive: true, force: true }));
	const { page, close } = await openOutbox(extensionDir, { userDataDir });
	try {
		await storeDeliveries(page, { count, status: "delivered" });
	} finally {
		await close();
	}
	return userDataDir;
}
