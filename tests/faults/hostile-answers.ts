import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import fc from "fast-check";
import { grantHost } from "../../demo/browser/host-permission";
import { openSidePanel } from "../../demo/browser/side-panel";
import { callTool } from "../../demo/connect";
import { type Fault, holdsWithin } from "./fault";
import { type HostileAnswer, hostileAnswers } from "./generated-answers";
import { createProfile } from "./profile";
import { watchPanel } from "./watch-panel";
import { watchWorker } from "./watch-worker";

const seed = 20_261_129;
/** So many answers are asked for in a row before the panel is looked at. */
const inARow = 25;

/** What became of a lookup, as the worker told the panel of it. */
type Outcome = { status: string; reason?: string; hasCard: boolean; name?: string };

/** A CRM answers with everything a server can send; after each answer comes a good one. */
export const hostileAnswersFault: Fault = {
	name: "the CRM answers with anything",
	async run({ short }) {
		const answers = fc.sample(hostileAnswers, { seed, numRuns: short ? 75 : 2_000 });
		const crm = await startCrm(answers);
		const profile = await createProfile();
		const broken: string[] = [];
		const outcomes = new Map<string, number>();
		let looked = 0;
		let painted = 0;
		try {
			await profile.start();
			const { context, extensionId } = profile.browser();
			await grantHost(context, extensionId, `${crm.url}/*`);
			await callTool(profile.browser(), "update_crm_endpoints", {
				add_crm_endpoint: {
					type: "sidePanel_CustomerInfo",
					url: `${crm.url}/customer`,
					method: "POST",
					timeout_ms: 1_000,
				},
			});
			await profile.openChat("lucia");
			const panel = await openSidePanel(profile.browser(), profile.chat());
			const watch = await watchPanel(panel);
			const worker = await watchWorker(profile);
			if (!(await shows(panel, "Good -1"))) broken.push("The first good answer is not shown.");
			for (let at = 0; at < answers.length; at += inARow) {
				const row = answers.slice(at, at + inARow);
				const seen = await profile.evaluate(askInTurn, { times: row.length });
				for (const [index, { hostile, good }] of seen.entries()) {
					const { kind, fails } = row[index] as HostileAnswer;
					const which = `Answer ${at + index} (${kind})`;
					const result = hostile.reason ?? hostile.status;
					outcomes.set(result, (outcomes.get(result) ?? 0) + 1);
					if (hostile.status !== "ready" && !hostile.reason)
						broken.push(`${which}: the state is ${hostile.status} and gives no reason.`);
					if (hostile.reason === "internal") broken.push(`${which}: a failure inside Chatside.`);
					if (hostile.status === "failed" && !hostile.hasCard)
						broken.push(`${which}: the card before is gone.`);
					if (fails && hostile.status === "ready") broken.push(`${which}: counts as an answer.`);
					if (good.status !== "ready" || good.name !== `Good ${at + index}`)
						broken.push(`${which}: after it the good answer is ${JSON.stringify(good)}.`);
				}
				looked++;
				if (await shows(panel, `Good ${at + row.length - 1}`)) painted++;
				else broken.push(`After answer ${at + row.length - 1} the panel does not show the good one.`);
			}
			broken.push(
				...(await watch.problems()),
				...(await worker.problems()),
				...crm.strays.map((stray) => `${stray} was asked for.`),
			);
			const told = [...outcomes].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} ${name}`);
			return {
				done: [
					`${answers.length} hostile answers (seed ${seed}), each followed by a good one: ${told.join(", ")}`,
					`the panel was open for all of them, and showed the good one ${painted} of the ${looked} times it was looked at`,
				],
				broken,
			};
		} finally {
			await profile.close();
			await crm.close();
		}
	},
};

const shows = (panel: Page, name: string) =>
	holdsWithin(15_000, async () =>
		(await panel.getByTestId("customer-card").getByRole("heading", { level: 1 }).allTextContents()).includes(
			name,
		),
	);

/** Has a hostile answer and a good one fetched in turn, so many times. Runs in a page of the extension. */
async function askInTurn({ times }: { times: number }): Promise<{ hostile: Outcome; good: Outcome }[]> {
	type Customer = {
		status: string;
		refreshing?: boolean;
		failure?: { reason: string };
		card?: { key: string };
	};
	const send = (message: string, data: unknown) => chrome.runtime.sendMessage({ message, data });
	const [tab] = await chrome.tabs.query({ url: "https://web.whatsapp.com/*" });
	const tabId = tab?.id ?? -1;
	const key = `conversation:${tabId}`;

	const lookUp = async (): Promise<Customer> => {
		let over = (_: Customer) => {};
		const ended = new Promise<Customer>((resolve) => {
			over = resolve;
		});
		let begun = false;
		const listen = (changes: Record<string, { newValue?: unknown }>) => {
			const customer = (changes[key]?.newValue as { customer: Customer } | undefined)?.customer;
			if (!customer) return;
			if (customer.status === "loading" || customer.refreshing) begun = true;
			else if (begun) over(customer);
		};
		chrome.storage.session.onChanged.addListener(listen);
		const timer = setTimeout(() => over({ status: "hanging" }), 10_000);
		await send("refreshCustomer", { tabId, force: true });
		const customer = await ended;
		clearTimeout(timer);
		chrome.storage.session.onChanged.removeListener(listen);
		return customer;
	};
	const outcome = ({ status, failure, card }: Customer): Outcome => ({
		status,
		...(failure && { reason: failure.reason }),
		hasCard: card !== undefined,
	});

	const seen: { hostile: Outcome; good: Outcome }[] = [];
	for (let time = 0; time < times; time++) {
		const hostile = outcome(await lookUp());
		const customer = await lookUp();
		const reply = customer.card && (await send("getCard", { key: customer.card.key }));
		seen.push({ hostile, good: { ...outcome(customer), name: reply?.value?.answer.customers[0]?.name } });
	}
	return seen;
}

/** A CRM whose first answer is good, and which then gives hostile and good ones in turn. */
async function startCrm(answers: readonly HostileAnswer[]) {
	const strays: string[] = [];
	let asked = 0;
	const good = (response: ServerResponse, index: number) =>
		void response
			.writeHead(200, { "content-type": "application/json" })
			.end(JSON.stringify({ found: true, customer: { name: `Good ${index}` } }));
	const server = createServer((request, response) => {
		request.resume();
		if (request.url !== "/customer") {
			strays.push(`${request.method} ${request.url}`);
			response.writeHead(404).end();
			return;
		}
		const turn = asked++;
		const index = Math.ceil(turn / 2) - 1;
		const hostile = turn % 2 === 1 ? answers[index] : undefined;
		if (hostile) hostile.write(response);
		else good(response, index);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		strays,
		async close() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}
