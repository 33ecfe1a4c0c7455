import { useMemo, useState } from "react";
import { type JsonFailure, parseJson } from "@/lib/core/json";
import { longestImport } from "@/lib/functions/added-functions";
import {
	addressAt,
	type FunctionAddress,
	lacksAddress,
	listFunctions,
	readFunctions,
	withAddress,
} from "@/lib/functions/import";

const noAddress: FunctionAddress = { endpoint: "", method: "GET" };

/** A pasted text as functions, with the addresses typed for those that came without one. */
export function useFunctionImport() {
	const [text, setText] = useState("");
	/** The place of all that came without an address, and what was typed for one alone, by its place in the list. */
	const [common, setCommon] = useState(noAddress);
	const [own, setOwn] = useState<Record<number, FunctionAddress>>({});
	const { given, failure } = useMemo(() => readText(text), [text]);
	const addressOf = (index: number) => own[index] ?? addressAt(common, given[index]);
	const lacking = given.map(lacksAddress);
	const read = readFunctions(
		given.map((one, index) => (lacking[index] ? withAddress(one, addressOf(index)) : one)),
	);
	return {
		text,
		failure,
		common,
		setCommon,
		/** How many came without an address. */
		lacking: lacking.filter(Boolean).length,
		rows: read.map((one, index) => ({
			read: one,
			address: lacking[index] ? addressOf(index) : undefined,
			setAddress: (address: FunctionAddress) => setOwn({ ...own, [index]: address }),
		})),
		write(written: string) {
			setText(written);
			setOwn({});
		},
		/** Leaves in the text what could not be added, and tells whether there is any. */
		keepRefused(): boolean {
			const refused = given.filter((_, index) => !read[index]?.ok);
			setText(refused.length > 0 ? JSON.stringify(refused, null, 2) : "");
			setOwn({});
			return refused.length > 0;
		},
	};
}

/** Reads a text as functions, each as it came, or says where it is no JSON. */
export function readText(text: string): { given: unknown[]; failure?: JsonFailure } {
	if (text.trim() === "") return { given: [] };
	const parsed = parseJson(text, longestImport);
	return parsed.ok ? { given: listFunctions(parsed.value) } : { given: [], failure: parsed.failure };
}
