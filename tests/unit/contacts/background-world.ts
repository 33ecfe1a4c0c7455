import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { createConversations } from "@/entrypoints/background/conversations";
import { createCrmSearch } from "@/entrypoints/background/crm-search";
import { createCustomerSearch } from "@/entrypoints/background/customer-search";
import { createPhoneMatch } from "@/entrypoints/background/phone-match";
import type { Http, HttpResponse } from "@/lib/core/http";
import { ok, type Result } from "@/lib/core/result";
import type { Endpoint } from "@/lib/crm/endpoint";
import { createHealthRecord } from "@/lib/crm/health-record";
import { createCustomerLookup } from "@/lib/crm/lookup";
import { createEndpointSearch } from "@/lib/crm/search-endpoint";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { customerLinks } from "@/lib/platform/customer-links";
import { cards, phoneLinks } from "@/lib/platform/database";
import { crmHealthValue, localStorageArea } from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";
import type { ChatFacts, PageFacts, Reading } from "@/lib/whatsapp/facts";

export const endpoint = {
	type: "sidePanel_CustomerInfo",
	url: "https://crm.example.com/c",
	method: "GET",
} as const;
export const searchEndpoint = {
	type: "sidePanel_CustomerFindToJoin",
	url: "https://crm.example.com/find",
	method: "GET",
} as const;
const reading = (value: string): Reading<string> => ({ value, strategy: "peek", sureness: "certain" });

type ChatFields = {
	title?: string;
	chatId?: string;
	phoneId?: string;
	settled?: boolean;
	looksLikeGroup?: boolean;
};

/** A report of the page with this chat open; of no chat without fields. */
export function pageOf(chat?: ChatFields): PageFacts {
	const { title = "Ana", chatId, phoneId, settled = true, looksLikeGroup = false } = chat ?? {};
	const facts: ChatFacts = {
		title: reading(title),
		...(chatId !== undefined && { chatId: reading(chatId) }),
		...(phoneId !== undefined && { phoneId: reading(phoneId) }),
		looksLikeGroup,
		settled,
	};
	return { sequence: 1, chat: chat ? facts : null, health: { state: "works", checks: [] } };
}

export const lid = "987654321098765@lid";
export const idOf = (phone: string) => `${phone.slice(1)}@c.us`;

/** A request to the CRM; it is answered with a customer unless the test says otherwise. */
type WorldRequest = {
	path: string;
	query: Record<string, string>;
	phone: string;
	signal: AbortSignal | undefined;
	answer(value?: unknown, status?: number): void;
};

/** The background on a fake browser and a real database, with a CRM that answers when the test says so. */
export async function createBackgroundWorld(endpoints: Endpoint[] = [endpoint]) {
	fakeBrowser.reset();
	await cards.clear();
	await phoneLinks.remove(lid);
	await customerLinks.clear();
	let permitted = true;
	let onPermission = () => {};
	vi.spyOn(fakeBrowser.permissions.onAdded, "addListener").mockImplementation((listener) => {
		onPermission = listener as () => void;
	});
	vi.spyOn(fakeBrowser.permissions.onRemoved, "addListener").mockImplementation(() => undefined);

	const requests: WorldRequest[] = [];
	const http: Http = (request, { signal }) =>
		new Promise<Result<HttpResponse, never>>((resolve) => {
			const { pathname, searchParams } = new URL(request.url);
			const phone = searchParams.get("phone") ?? "";
			const usual = { found: true, customer: { name: `Customer of ${phone}` } };
			// Answers even when it was cancelled: what comes too late must do no harm.
			const answer = (value: unknown = usual, status = 200) =>
				resolve(ok({ status, contentType: "application/json", text: JSON.stringify(value) }));
			requests.push({ path: pathname, query: Object.fromEntries(searchParams), phone, signal, answer });
		});
	let time = Date.parse("2026-03-04T12:00:00Z");
	const now = () => time;
	const settings = createSettingsStore({ storage: localStorageArea, managed: async () => ({}), now });
	await settings.update((current) => ({ ...current, crm_endpoints: endpoints }), "test");

	/** The service worker starts; whatever an earlier one knew is gone, but for what it stored. */
	function startWorker() {
		const ports = {
			http,
			mapping: { run: evaluateJob },
			hasPermission: async () => permitted,
			now,
		};
		const health = createHealthRecord(crmHealthValue, now);
		const services = {
			settings,
			now,
			search: createEndpointSearch({ ...ports, health }),
			lookUpCustomer: createCustomerLookup({ ...ports, health, cards }),
		};
		const matchPhone = createPhoneMatch(services);
		const conversations = createConversations({ ...services, matchPhone, onContact: () => undefined });
		return { ...conversations, ...createCustomerSearch(services, conversations, createCrmSearch(services)) };
	}

	return {
		requests,
		settings,
		startWorker,
		pass: (ms: number) => {
			time += ms;
		},
		/** The requests to a path so far. */
		sentTo: (path: string) => requests.filter((request) => request.path === path),
		setPermission: (value: boolean) => {
			permitted = value;
		},
		permissionAdded: () => onPermission(),
		closeTab: (tabId: number) =>
			fakeBrowser.tabs.onRemoved.trigger(tabId, { windowId: 1, isWindowClosing: false }),
		/** The request for a phone, as soon as it was sent. */
		requestFor: (phone: string, count = 1) =>
			until(() => {
				const sent = requests.filter((request) => request.phone === phone);
				const last = sent.at(count - 1);
				if (!last) throw new Error(`${phone} was asked for ${sent.length} times.`);
				return last;
			}),
	};
}

/** Waits until `check` no longer throws. */
export const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { interval: 2, timeout: 3_000 });
