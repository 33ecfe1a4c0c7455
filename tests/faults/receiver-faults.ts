import { setTimeout as delay } from "node:timers/promises";
import { type Fault, holdsWithin } from "./fault";
import { storeNumbers } from "./flow";
import { createProfile, type Profile } from "./profile";
import { judge } from "./promises";
import { counts, lookAtQueue, passTime } from "./queue";
import { answers, type Receiver, startReceiver } from "./receiver";
import { mostAtOnce, type Trouble, troubles } from "./troubles";

const secret = "a secret for faults";
const day = 24 * 3_600_000;

type Story = { line: string; problems: string[] };
/** What a story needs: a browser, a receiver, how many events and chats, and the first number that is still free. */
type Scene = { profile: Profile; receiver: Receiver; count: number; inChats: number; from: number };

/** A receiver that does everything a receiver should not. */
export const receiverFaults: Fault = {
	name: "the receiver misbehaves",
	async run({ short }) {
		const [count, inChats] = short ? [3, 1] : [18, 3];
		const receiver = await startReceiver(secret);
		const profile = await createProfile();
		const done: string[] = [];
		const broken: string[] = [];
		try {
			await profile.start();
			await profile.connect(receiver.url, secret);
			const stories: { name: string; tell(scene: Scene): Promise<Story> }[] = [
				...troubles
					.filter(({ takesLong = false }) => !(short && takesLong))
					.map((trouble) => ({ name: trouble.name, tell: (scene: Scene) => passes(scene, trouble) })),
				{ name: "answers 500 five times, then 200", tell: fiveFailures },
				{ name: "says 410", tell: gone },
				{ name: "is turned off by hand", tell: turnedOff },
			];
			for (const [index, { name, tell }] of stories.entries()) {
				receiver.arrivals.length = 0;
				receiver.behave(answers(200));
				const { line, problems } = await tell({ profile, receiver, count, inChats, from: index * count });
				done.push(`${name}: ${line}`);
				broken.push(...problems.map((problem) => `${name}: ${problem}`));
			}
			broken.push(...receiver.strays.map((stray) => `${stray} was asked for.`));
			return { done, broken };
		} finally {
			await profile.close();
			await receiver.close();
		}
	},
};

/** The receiver is in trouble while events come. Afterwards it answers 200, and everything has to have arrived. */
async function passes(scene: Scene, { begin, delivers = false, slowsDown = false }: Trouble): Promise<Story> {
	const { profile, receiver } = scene;
	await begin(receiver);
	const written = await storeNumbers(profile, scene);
	if (delivers) await holdsWithin(60_000, () => judge(receiver.arrivals, written).lost.length === 0);
	else await holdsWithin(20_000, async () => receiver.arrivals.length > 0 || !receiver.listens());
	const problems: string[] = [];
	const tried = () =>
		written.filter((phones) => receiver.arrivals.some(({ phone }) => phones.includes(phone)));
	if (!slowsDown && receiver.listens()) {
		const all = await holdsWithin(5_000, () => tried().length === written.length);
		if (!all) problems.push(`only ${tried().length} of ${written.length} conversations were tried.`);
	}
	const before = judge(receiver.arrivals, written);
	const heard = receiver.arrivals.length;
	if (!delivers && before.arrived > 0) problems.push(`${before.arrived} count as delivered.`);
	if (delivers && before.repeated > 0) problems.push(`${before.repeated} were sent again.`);
	// Nothing is due again before the first pause is over, and of a conversation nothing overtakes what failed.
	if (!delivers && heard > 2 * mostAtOnce) problems.push(`${heard} requests came in no time.`);
	await receiver.start();
	receiver.behave(answers(200));
	await arriveInTime(scene, written);
	const verdict = judge(receiver.arrivals, written);
	return {
		line: `${heard} requests in trouble; ${verdict.arrived} of ${verdict.expected} events arrived, ${verdict.lost.length} lost`,
		problems: [...problems, ...verdict.broken, ...verdict.lost.map((phone) => `${phone} was lost.`)],
	};
}

async function fiveFailures({ profile, receiver, from }: Scene): Promise<Story> {
	let failures = 5;
	receiver.behave((arrival, ...rest) => answers(failures-- > 0 ? 500 : 200)(arrival, ...rest));
	const written = await storeNumbers(profile, { count: 1, inChats: 1, from });
	await arriveInTime({ profile, receiver }, written);
	const attempts = receiver.arrivals.map(({ attempt }) => attempt).join();
	const { lost, broken } = judge(receiver.arrivals, written);
	return {
		line: `attempts ${attempts}, ${lost.length} lost`,
		problems: [
			...broken,
			...lost.map(() => "it was lost."),
			...(attempts === "1,2,3,4,5,6" ? [] : ["its attempts were others than 1 to 6."]),
		],
	};
}

/** After a 410 nothing goes out any more, and what waits goes when the webhook is turned on again. */
async function gone(scene: Scene): Promise<Story> {
	const { profile, receiver } = scene;
	receiver.behave(answers(410));
	const written = await storeNumbers(profile, scene);
	await holdsWithin(
		10_000,
		async () => (await profile.ask<{ gone?: object }>("getOutboxStatus")).gone !== undefined,
	);
	const heard = receiver.arrivals.length;
	await passTime(profile, day);
	await delay(1_000);
	const problems: string[] = [];
	// Those on their way when the answer came are no disobedience.
	if (heard > mostAtOnce) problems.push(`${heard} requests went out.`);
	if (receiver.arrivals.length > heard) problems.push("Requests went out after the 410.");
	const { holdup } = await profile.ask<{ holdup?: string }>("getOutboxStatus");
	if (holdup !== "gone") problems.push(`The outbox says "${holdup}" instead of "gone".`);
	return turnedOnAgain(scene, written, problems, `${heard} requests until it was heard, none after`);
}

/** What is turned off in the middle of a drain sends nothing more, and loses nothing. */
async function turnedOff(scene: Scene): Promise<Story> {
	const { profile, receiver } = scene;
	await receiver.stop();
	const written = await storeNumbers(profile, scene);
	await receiver.start();
	// One at a time of a conversation, and each takes its time: turning off meets the drain.
	receiver.behave((...request) => void delay(400).then(() => answers(200)(...request)));
	await passTime(profile, day);
	await holdsWithin(10_000, () => receiver.arrivals.length > 0);
	await setWebhook(profile, { webhook_enabled: false });
	const under = receiver.arrivals.length;
	const atOnce = scene.inChats;
	await delay(1_000);
	await passTime(profile, day);
	await delay(1_000);
	const after = receiver.arrivals.length - under;
	const problems = after > atOnce ? [`${after} requests went out after it was turned off.`] : [];
	const { pending = 0 } = await counts(profile);
	if (pending === 0) problems.push("It had sent everything before.");
	return turnedOnAgain(
		scene,
		written,
		problems,
		`${under} requests before, ${after} on their way, then none`,
	);
}

async function turnedOnAgain(
	{ profile, receiver }: Scene,
	written: readonly string[][],
	problems: string[],
	line: string,
): Promise<Story> {
	receiver.behave(answers(200));
	await setWebhook(profile, { webhook_enabled: true });
	await lookAtQueue(profile);
	await holdsWithin(30_000, () => judge(receiver.arrivals, written).lost.length === 0);
	const { arrived, expected, lost, broken } = judge(receiver.arrivals, written);
	return {
		line: `${line}; turned on again ${arrived} of ${expected} arrived, ${lost.length} lost`,
		problems: [...problems, ...broken, ...lost.map((phone) => `${phone} was lost.`)],
	};
}

/** Lets the time pass that retries wait for, until everything has arrived. */
async function arriveInTime(
	{ profile, receiver }: Pick<Scene, "profile" | "receiver">,
	written: readonly string[][],
): Promise<void> {
	await holdsWithin(60_000, async () => {
		if (judge(receiver.arrivals, written).lost.length === 0) return true;
		await passTime(profile, day);
		return holdsWithin(500, () => judge(receiver.arrivals, written).lost.length === 0);
	});
}

/** Changes the webhook, in the two calls that it may take. */
async function setWebhook(profile: Profile, settings: Record<string, unknown>): Promise<void> {
	for (const confirm of [false, true])
		await profile.ask("callTool", {
			name: "configure_webhooks",
			arguments: { ...settings, ...(confirm && { confirm }) },
		});
}
