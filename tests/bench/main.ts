/**
 * How fast the customer is there after a chat was opened, against the least an extension could do (./bare), with the
 * same CRM, chat page and browser: `npm run bench`. Takes the folder of another build as an argument. Exit code 1
 * only when a goal is missed by more than noise explains.
 */
import { resolve } from "node:path";
import { startDemoServers } from "../../demo/servers";
import { recordCrmTimes } from "./crm-times";
import { recordReports } from "./measure-switch";
import { report } from "./report";
import { measureRounds } from "./rounds";
import { openBare, openChatside, type Subject } from "./subject";

const extensionDir = resolve(process.argv[2] ?? ".output/chrome-mv3");
const crm = recordCrmTimes();
const servers = await startDemoServers();
const opened: Subject[] = [];
try {
	const bare = await openBare(servers);
	opened.push(bare);
	const chatside = await openChatside(extensionDir, servers);
	opened.push(chatside);
	for (const subject of opened) await recordReports(subject);
	const samples = await measureRounds({ bare, chatside, crmUrl: servers.crmUrl, crm, rounds: 10, warmUp: 1 });
	const { text, clearlyMissed } = report(samples);
	console.log(text);
	if (clearlyMissed) process.exitCode = 1;
} finally {
	for (const subject of opened) await subject.close();
	await servers.close();
}
