// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { HealthCheckName, SelectorOverrides } from "../../../lib/whatsapp/facts";
import { createFinder } from "../../../lib/whatsapp/find-elements";
import { readHealth, worst } from "../../../lib/whatsapp/health";
import { readPageView } from "../../../lib/whatsapp/page-view";
import { createMessageSampler, emptySample } from "../../../lib/whatsapp/sample-messages";
import { loadChat, loadFixture } from "../../fixtures/whatsapp/load-fixture";

function health(overrides?: SelectorOverrides) {
	const finder = createFinder(document, overrides);
	const view = readPageView(document, finder);
	const sample = view.messages ? createMessageSampler(finder)(view.messages.value, new Set()) : emptySample;
	const { state, checks } = readHealth(document, finder, view, sample);
	const check = (name: HealthCheckName) => checks.find((one) => one.name === name);
	return { state, check };
}

const messageNoise = ["data-id", "data-testid", "data-icon", "data-pre-plain-text"];

describe("health", () => {
	it("works on a page that is understood, and says by which strategy", () => {
		loadChat(document, "conversation");
		const { state, check } = health();
		expect(state).toBe("works");
		expect(check("title")).toEqual({ name: "title", state: "works", strategy: "header-testid" });
		expect(check("chat-list")).toMatchObject({ state: "works", seen: 3, understood: 3 });
		expect(check("messages")).toMatchObject({ state: "works", strategy: "row-testid", seen: 7 });
		expect(check("composer")).toEqual({ name: "composer", state: "works", strategy: "testid" });
	});

	it("does not apply to what needs an open chat when none is open", () => {
		loadFixture(document, "no-chat");
		const { state, check } = health();
		expect(state).toBe("works");
		for (const name of ["title", "messages", "composer"] as const) {
			expect(check(name)?.state).toBe("not-applicable");
		}
		expect(check("chat-list")?.state).toBe("works");
	});

	it("does not apply at all before signing in", () => {
		loadFixture(document, "signed-out");
		expect(health().state).toBe("not-applicable");
	});

	it("is broken when rows exist and none is understood", () => {
		const main = loadChat(document, "conversation");
		for (const element of main.querySelectorAll('[role="row"] *')) {
			for (const name of messageNoise) element.removeAttribute(name);
			element.removeAttribute("class");
		}
		const { state, check } = health();
		expect(state).toBe("broken");
		expect(check("messages")).toEqual({ name: "messages", state: "broken", seen: 7, understood: 0 });
	});

	it("is not applicable when a new chat holds nothing but a notice", () => {
		for (const row of document.querySelectorAll("#main [role='row']"))
			row.innerHTML = "<div><span>Messages are end-to-end encrypted.</span></div>";
		expect(health().check("messages")).toEqual({
			name: "messages",
			state: "not-applicable",
			seen: 0,
			understood: 0,
		});
	});

	it("is broken when messages are found and nothing of them is understood", () => {
		const main = loadChat(document, "conversation");
		for (const element of main.querySelectorAll("[data-id] *")) {
			for (const name of messageNoise) element.removeAttribute(name);
		}
		expect(health().check("messages")).toMatchObject({ state: "broken", understood: 0 });
	});

	it("does not call a chat broken that has no messages, or only placeholders", () => {
		const main = loadChat(document, "conversation");
		for (const row of [...main.querySelectorAll('[role="row"]')].slice(1)) row.remove();
		expect(health().check("messages")).toMatchObject({ state: "not-applicable", seen: 0 });
		main.querySelector('[role="row"]')?.remove();
		expect(health().check("messages")?.state).toBe("not-applicable");
	});

	it("is broken when a chat is open and its title can't be read", () => {
		loadChat(document, "conversation").querySelector("header")?.remove();
		expect(health().check("title")).toEqual({ name: "title", state: "broken" });
	});

	it("is broken when the chat list has rows without names, or no list where its side is", () => {
		loadFixture(document, "no-chat");
		for (const span of document.querySelectorAll("#pane-side span")) span.remove();
		expect(health().check("chat-list")).toMatchObject({ state: "broken", seen: 3, understood: 0 });
		document.querySelector("#pane-side")?.remove();
		expect(health().check("chat-list")).toEqual({ name: "chat-list", state: "broken" });
	});

	it.each([
		["textbox", '[data-testid="conversation-compose-box-input"]', "data-testid"],
		["data-tab", '[role="textbox"][data-tab="10"]', "role"],
	])("finds the composer by %s", (strategy, select, attribute) => {
		const main = loadChat(document, "conversation");
		const composer = main.querySelector(select);
		composer?.removeAttribute("data-testid");
		composer?.removeAttribute(attribute);
		expect(health().check("composer")).toMatchObject({ state: "works", strategy });
	});

	it("tells a composer that is not understood from a chat nobody can write to", () => {
		const main = loadChat(document, "conversation");
		const composer = main.querySelector('[data-tab="10"]');
		for (const name of ["data-tab", "role", "data-testid"]) composer?.removeAttribute(name);
		expect(health().check("composer")?.state).toBe("broken");
		main.querySelector("footer")?.remove();
		expect(health().check("composer")?.state).toBe("not-applicable");
	});

	it("names an override that is skipped, in the check it belongs to", () => {
		loadChat(document, "conversation");
		const { state, check } = health({
			title: ["span[["],
			messageBody: ["("],
			composer: ["footer [role=textbox]"],
		});
		expect(state).toBe("works");
		expect(check("title")?.strategy).toBe("header-testid (override skipped: title)");
		expect(check("messages")?.strategy).toBe("row-testid (override skipped: messageBody)");
		expect(check("composer")?.strategy).toBe("override");
	});
});

describe("worst", () => {
	it("ignores what does not apply unless nothing else is there", () => {
		expect(worst(["not-applicable", "works"])).toBe("works");
		expect(worst(["works", "broken", "not-applicable"])).toBe("broken");
		expect(worst(["not-applicable"])).toBe("not-applicable");
	});
});
