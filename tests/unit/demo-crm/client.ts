import type { Crm } from "../../../demo/crm/crm";
import type { Database } from "../../../demo/crm/database";

export const token = "secret-of-the-test";
export const baseUrl = "http://crm.test";
export const now = new Date("2026-03-04T12:00:00Z");
export const nobody = "+34600000000";

export type Parameters = Record<string, string | number | string[] | undefined>;

export const headers = { Authorization: `Bearer ${token}` };

/** The one CRM of these tests and its database; open once the tests run. */
export type CrmUnderTest = { database: Database; crm: Crm };

/** Ways to ask the CRM, each giving the status and the JSON of the answer. */
export function createClient(world: CrmUnderTest) {
	async function get(path: string, parameters: Parameters = {}, init: RequestInit = { headers }) {
		const query = new URLSearchParams();
		for (const [name, value] of Object.entries(parameters)) {
			for (const one of [value ?? []].flat()) query.append(name, String(one));
		}
		return toAnswer(await world.crm.app.request(`${path}?${query}`, init));
	}

	async function post(path: string, body: unknown, init: RequestInit = { headers }) {
		const text = typeof body === "string" ? body : JSON.stringify(body);
		return toAnswer(await world.crm.app.request(path, { ...init, method: "POST", body: text }));
	}

	async function count(table: string): Promise<number> {
		const [row] = await world.database.query<{ count: number }>(
			`SELECT count(*)::integer AS count FROM ${table}`,
		);
		return row?.count ?? -1;
	}

	return { get, post, count };
}

async function toAnswer(response: Response) {
	return { status: response.status, body: JSON.parse(await response.text()) };
}
