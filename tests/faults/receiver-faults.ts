import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./fault";
import { holdsWithin } from "./fault";
import { writeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { lookAtQueue, passTime } from "./queue";
import { answers, type Behaviour, type Receiver, startReceiver } from "./receiver";

const secret = "a secret for faults";
const hour = 3_600_000;

/** What a receiver does at first. Afterwards it answers 200, and everything has to have arrived. */
type Trouble = { name: string; begin(receiver: Receiver): Promise<void> | void; isDelivered?: boolean };

const with_ = (behaviour: Behaviour) => (receiver: Receiver) => receiver.behave(behaviour);

const troubles: Trouble[] = [
	{ name: "refuses connections", begin: (receiver) => receiver.stop() },
	{
		name: "resets connections",
		begin: with_((_arrival, _response, socket) => void socket.resetAndDestroy()),
	},
	{
		name: "hangs up without an answer",
		begin: with_((_arrival, _response, socket) => void socket.destroy()),
	},
	{ name: "never answers", begin: with_(() => undefined) },
	{
		name: "answers 200 after 20 s",
		begin: with_((_arrival, response) => void delay(20_000).then(() => response.writeHead(200).end())),
	},
	{ name: "redirects", begin: with_(answers(301, { Location: "/elsewhere" })) },
	{ name: "answers 429 with Retry-After", begin: with_(answers(429, { "Retry-After": "120" })) },
	{ name: "answers 502", begin: with_(answers(502)) },
	{ name: "answers 404", begin: with_(answers(404)) },
	{
		name: "answers 200 with a huge body",
		isDelivered: true,
		begin: with_((arrival, response) => {
			arrival.status = 200;
			response.writeHead(200);
			const piece = Buffer.alloc(256 * 1024, "x");
			const write = () => {
				while (!response.destroyed && response.write(piece));
			};
			response.on("drain", write);
			write();
		}),
	},
	{
		name: "answers 200 with half a body",
		isDelivered: true,
		begin: with_((arrival, response) => {
			arrival.status = 200;
			response.writeHead(200, { "Content-Length": "1000" });
			response.write("half", () => response.destroy());
		}),
	},
];

/** A receiver that does everything a receiver should not. */
export const receiverFaults: Fault = {
	name: "the receiver misbehaves",
	async run({ short }) {
		const each = short ? 5 : 20;
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const done: string[] = [];
		const broken: string[] = [];
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			let from = 0;
			const note = (name: string, line: string, problems: string[]) => {
				done.push(`${name}: ${line}`);
				broken.push(...problems.map((problem) => `${name}: ${problem}`));
			};
			for (const { name, begin, isDelivered = false } of troubles) {
				receiver.arrivals.length = 0;
				receiver.behave(answers(200));
				await begin(receiver);
				const written = await writeNumbers(profile, { count: each, from, pauseMs: 0 });
				from += each;
				const before = judge(receiver.arrivals, written);
				const problems: string[] = [];
				if (!isDelivered && before.arrived > 0) problems.push(`${before.arrived} count as delivered.`);
				await receiver.start();
				receiver.behave(answers(200));
				const all = await holdsWithin(60_000, async () => {
					if (judge(receiver.arrivals, written).lost.length === 0) return true;
					await passTime(profile, 24 * hour);
					await delay(500);
					return false;
				});
				const verdict = judge(receiver.arrivals, written);
				if (!all) problems.push(`${verdict.lost.length} were lost.`);
				note(name, `${verdict.expected} events, ${verdict.arrived} arrived in the end`, [
					...problems,
					...verdict.broken,
				]);
			}
			note("answers 500 five times, then 200", ...(await fiveFailures(profile, receiver, from)));
			note("says 410", ...(await gone(profile, receiver, from + 1)));
			return { done, broken };
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

async function fiveFailures(profile: Profile, receiver: Receiver, from: number): Promise<[string, string[]]> {
	receiver.arrivals.length = 0;
	let failures = 5;
	receiver.behave((arrival, ...rest) => answers(failures-- > 0 ? 500 : 200)(arrival, ...rest));
	const written = await writeNumbers(profile, { count: 1, from });
	await holdsWithin(60_000, async () => {
		await passTime(profile, 24 * hour);
		await delay(300);
		return judge(receiver.arrivals, written).lost.length === 0;
	});
	const attempts = receiver.arrivals.map(({ attempt }) => attempt);
	const { lost, broken } = judge(receiver.arrivals, written);
	const right = attempts.join() === "1,2,3,4,5,6";
	return [
		`arrived at attempt ${attempts.at(-1)}`,
		[
			...broken,
			...lost.map(() => "it was lost."),
			...(right ? [] : [`its attempts were ${attempts.join(", ")}.`]),
		],
	];
}

/** After a 410 nothing goes out any more, and what waits goes when the webhook is turned on again. */
async function gone(profile: Profile, receiver: Receiver, from: number): Promise<[string, string[]]> {
	receiver.arrivals.length = 0;
	receiver.behave(answers(410));
	const written = await writeNumbers(profile, { count: 5, from, pauseMs: 0 });
	await holdsWithin(10_000, () => receiver.arrivals.length > 0);
	await delay(1_000);
	const heard = receiver.arrivals.length;
	await passTime(profile, 24 * hour);
	await delay(1_000);
	const problems: string[] = [];
	// Six go out at once; those on their way when the answer came are no disobedience.
	if (heard > 6) problems.push(`${heard} requests went out.`);
	if (receiver.arrivals.length > heard) problems.push("Requests went out after the 410.");
	const settings = await profile.ask<{ holdup?: string }>("getOutboxStatus");
	if (settings.holdup !== "gone") problems.push(`The outbox says "${settings.holdup}" instead of "gone".`);
	receiver.behave(answers(200));
	for (const confirm of [false, true])
		await profile.ask("callTool", {
			name: "configure_webhooks",
			arguments: { webhook_enabled: true, ...(confirm && { confirm }) },
		});
	await lookAtQueue(profile);
	await holdsWithin(30_000, () => judge(receiver.arrivals, written).lost.length === 0);
	const { lost, broken } = judge(receiver.arrivals, written);
	return [
		`${heard} requests until it was heard, none after; ${5 - lost.length} of 5 arrived when turned on again`,
		[...problems, ...broken, ...lost.map((phone) => `${phone} was lost.`)],
	];
}
