/**
 * How fast the customer is there after a chat was opened, against the least an extension could do (./bare), with the
 * same CRM, chat page and browser: `npm run bench`. Takes the folders of other builds as arguments, several to
 * compare them. Exit code 1 only when a goal is missed by more than noise explains.
 */
import { resolve } from "node:path";
import { startDemoServers } from "../../demo/servers";
import { recordCrmTimes } from "./crm-times";
import { recordReports } from "./measure-switch";
import { report } from "./report";
import { measureRounds } from "./rounds";
import { openBare, openChatside, type Subject } from "./subject";

const builds = process.argv.slice(2);
if (builds.length === 0) builds.push(".output/chrome-mv3");
const crm = recordCrmTimes("/customer-info");
const servers = await startDemoServers();
const opened: Subject[] = [];
try {
	const bare = await openBare(servers);
	opened.push(bare);
	for (const dir of builds) opened.push(await openChatside(resolve(dir), servers));
	for (const subject of opened) await recordReports(subject);
	const samples = await measureRounds({
		bare,
		builds: opened.slice(1),
		crmUrl: servers.crmUrl,
		crm,
		rounds: 10,
		warmUp: 1,
	});
	for (const [index, measured] of samples.entries()) {
		const { text, clearlyMissed } = report(measured);
		console.log(builds.length > 1 ? `${builds[index]}\n\n${text}\n` : text);
		if (clearlyMissed) process.exitCode = 1;
	}
} finally {
	for (const subject of opened) await subject.close();
	await servers.close();
}
