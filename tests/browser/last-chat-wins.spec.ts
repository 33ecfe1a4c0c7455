import { cast } from "../../demo/cast";
import { card, cardHeading, nameFor } from "./support/customer-card";
import { createGate, type Gate } from "./support/gate";
import { found, json, nobody } from "./support/replies";
import type { Received } from "./support/scripted-crm";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, expect, type Stage, test } from "./support/stage";

const answerFor = ({ phone }: Received) => found({ name: nameFor(phone) });

/** A CRM that holds each answer until the test lets that phone's go. */
function holdAnswers({ crm }: Stage): Record<"letGo", (phone: string) => void> {
	const gates = new Map<string, Gate>();
	const gateOf = (phone: string) => {
		const gate = gates.get(phone) ?? createGate();
		gates.set(phone, gate);
		return gate;
	};
	crm.answer(customerPath, async (request) => {
		await gateOf(request.phone).passed;
		return answerFor(request);
	});
	return { letGo: (phone) => gateOf(phone).open() };
}

const asked = ({ crm }: Stage) => crm.received(customerPath).map(({ phone }) => phone);
const outcomes = ({ crm }: Stage) => crm.received(customerPath).map(({ outcome }) => outcome);

test("asks for the number of the chat, once", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	const [request, ...more] = crm.received();
	expect(more).toEqual([]);
	expect(request?.method).toBe("POST");
	expect(request?.headers["content-type"]).toBe("application/json");
	expect(JSON.parse(request?.body ?? "")).toEqual({ phone: cast.lucia.phone });
	expect(request?.headers).not.toHaveProperty("cookie");
	expect(request?.headers).not.toHaveProperty("referer");
});

test("shows the last chat when answers come out of order, and cancels the earlier request", async ({
	stage,
}) => {
	const { connect, open, panel } = stage;
	const { letGo } = holdAnswers(stage);
	await connect();
	await open("lucia");
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone]);
	await open("marco");
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone, cast.marco.phone]);
	await expect.poll(() => outcomes(stage)).toEqual(["aborted", "open"]);
	letGo(cast.marco.phone);
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	letGo(cast.lucia.phone);
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	await expect(panel.getByText(nameFor(cast.lucia.phone))).toHaveCount(0);
});

test("never shows the earlier chat when its slow answer arrives during the next one's", async ({ stage }) => {
	const { connect, open, panel, chat } = stage;
	const { letGo } = holdAnswers(stage);
	await connect();
	await panel.evaluate(() => {
		const names = new Set<string>();
		Object.assign(globalThis, { shownNames: names });
		const look = () => names.add(document.querySelector("[data-testid=customer-card] h1")?.textContent ?? "");
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
		});
	});
	await open("lucia");
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone]);
	// The answer and the switch race each other; whoever wins, Lucía's card must not stand under Marco's chat.
	letGo(cast.lucia.phone);
	await chat.evaluate(() => window.demo.open("marco"));
	letGo(cast.marco.phone);
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	const shown = await panel.evaluate(() =>
		[...(Reflect.get(globalThis, "shownNames") as Set<string>)].filter(Boolean),
	);
	expect(shown.at(-1)).toBe(nameFor(cast.marco.phone));
	expect(shown.length).toBeLessThanOrEqual(2);
});

test("shows the last of five chats opened one after the other while the CRM is slow", async ({ stage }) => {
	const { connect, open, panel } = stage;
	const { letGo } = holdAnswers(stage);
	const keys = ["lucia", "marco", "sofia", "beatriz", "emma"] as const;
	await connect();
	for (const key of keys) {
		await open(key);
		await expect.poll(() => asked(stage)).toContain(cast[key].phone);
	}
	await expect.poll(() => outcomes(stage)).toEqual(["aborted", "aborted", "aborted", "aborted", "open"]);
	for (const key of keys) letGo(cast[key].phone);
	await expect(cardHeading(panel, nameFor(cast.emma.phone))).toBeVisible();
});

test("shows the last of many chats opened faster than they can be identified", async ({ stage }) => {
	const { crm, connect, chat, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await chat.evaluate(() => {
		for (const key of ["lucia", "marco", "team", "emma", "beatriz", "lucia", "stranger", "ortega"])
			window.demo.open(key);
	});
	await expect(cardHeading(panel, nameFor(cast.ortega.phone))).toBeVisible();
	await expect.poll(() => outcomes(stage)).not.toContain("open");
	await expect(cardHeading(panel, nameFor(cast.ortega.phone))).toBeVisible();
	expect(asked(stage).at(-1)).toBe(cast.ortega.phone);
});

test("asks once for a chat that is left and opened again while the CRM is slow", async ({ stage }) => {
	const { connect, open, panel, chat } = stage;
	const { letGo } = holdAnswers(stage);
	await connect();
	await open("lucia");
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone]);
	// Messages coming in make the page report again; it is still the same question.
	await chat.evaluate(() => {
		window.demo.receive("lucia", "¿Hola?");
		window.demo.receive("lucia", "¿Sigue ahí?");
	});
	await expect(chat.getByText("¿Sigue ahí?").first()).toBeVisible();
	letGo(cast.lucia.phone);
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	expect(asked(stage)).toEqual([cast.lucia.phone]);
});

test("has one request in flight for two presses of Refresh", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	const { letGo } = holdAnswers(stage);
	const refresh = panel.getByRole("button", { name: "Refresh" });
	await refresh.click();
	await expect(refresh).toBeDisabled();
	await expect(panel.getByText("Updating…")).toBeVisible();
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect.poll(() => outcomes(stage)).toEqual(["answered", "open"]);
	letGo(cast.lucia.phone);
	await expect(refresh).toBeEnabled();
	expect(asked(stage)).toHaveLength(2);
});

test("does not ask again on going back while the card is fresh", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	for (const key of ["lucia", "marco", "lucia", "marco"] as const) {
		await open(key);
		await expect(cardHeading(panel, nameFor(cast[key].phone))).toBeVisible();
	}
	expect(asked(stage)).toEqual([cast.lucia.phone, cast.marco.phone]);
});

test("shows an old card at once with its age, then what the CRM says now", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, ({ phone }) => found({ name: nameFor(phone), notes: "The first answer" }));
	await connect({ cache_ttl_s: 0 });
	await open("lucia");
	await expect(panel.getByText("The first answer")).toBeVisible();
	await open("marco");
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();

	const gate = createGate();
	crm.answer(customerPath, async ({ phone }) => {
		await gate.passed;
		return found({ name: nameFor(phone), notes: "The second answer" });
	});
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await expect(panel.getByText("The first answer")).toBeVisible();
	await expect(panel.getByText("Updating… (from this minute)")).toBeVisible();
	gate.open();
	await expect(panel.getByText("The second answer")).toBeVisible();
	await expect(panel.getByText("The first answer")).toHaveCount(0);
	await expect(panel.getByText("Updated this minute")).toBeVisible();
});

test("keeps the last good card with its age when the CRM fails, until Retry succeeds", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	crm.answer(customerPath, json({}, { status: 503 }));
	await panel.getByRole("button", { name: "Refresh" }).click();
	const notice = panel.getByRole("status").filter({ hasText: "Your CRM answered with error 503" });
	await expect(notice).toContainText("Shown below is what your CRM said this minute.");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();

	crm.answer(customerPath, found({ name: "Back again" }));
	await notice.getByRole("button", { name: "Retry" }).click();
	await expect(cardHeading(panel, "Back again")).toBeVisible();
	await expect(notice).toHaveCount(0);
});

test("keeps a card that was found when the next answer is unreadable", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	crm.answer(customerPath, json({ found: true, customers: [] }));
	await panel.getByRole("button", { name: "Refresh" }).click();
	await expect(panel.getByText("The answer cannot be understood")).toBeVisible();
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
});

test("replaces the card by “not known” when the customer is gone from the CRM", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	crm.answer(customerPath, nobody);
	await panel.getByRole("button", { name: "Refresh" }).click();
	await expect(panel.getByText("Your CRM does not know this number.")).toBeVisible();
	await expect(card(panel)).toHaveCount(0);
});

test("asks anew after the connection was changed, whatever is in the cache", async ({ stage }) => {
	const { crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	crm.answer("/other", found({ name: "From the other address" }));
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await connect({ url: `${crm.url}/other` });
	await expect(cardHeading(panel, "From the other address")).toBeVisible();
	await connect();
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
});

test("still brings the card when the worker ends in the middle of a slow lookup", async ({ stage }) => {
	const { browser, crm, connect, open, panel } = stage;
	const { letGo } = holdAnswers(stage);
	await connect();
	await open("lucia");
	await expect.poll(() => asked(stage)).toEqual([cast.lucia.phone]);
	await stopServiceWorker(browser);
	await expect.poll(() => crm.received()[0]?.outcome).toBe("aborted");
	await expect(panel.getByTestId("customer-skeleton")).toBeVisible();
	letGo(cast.lucia.phone);
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
});

test("serves the next chat after the worker ended while idle", async ({ stage }) => {
	const { browser, crm, connect, open, panel } = stage;
	crm.answer(customerPath, answerFor);
	await connect();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await stopServiceWorker(browser);
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await open("marco");
	await expect(cardHeading(panel, nameFor(cast.marco.phone))).toBeVisible();
	await open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	expect(asked(stage)).toEqual([cast.lucia.phone, cast.marco.phone]);
});
