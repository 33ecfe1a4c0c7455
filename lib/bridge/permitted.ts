import type { ToolKind } from "@/lib/tools/tool";
import type { ClientAccess } from "./settings-schema";

/** What becomes of a call: it runs, waits for a person, or is not made. */
export type Permitted = "run" | "ask" | "deny";

/** What a program may do with a tool, by what is set for it. */
export function permitted({ access, tools }: ClientAccess, name: string, kind: ToolKind): Permitted {
	switch (access) {
		case "nothing":
			return "deny";
		case "read":
			return kind === "query" ? "run" : "deny";
		case "ask":
			return kind === "query" ? "run" : "ask";
		case "free":
			return kind === "query" || tools.includes(name) ? "run" : "ask";
	}
}
