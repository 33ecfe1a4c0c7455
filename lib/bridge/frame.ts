import type { BridgeMethod, ToExtension } from "@/bridge/src/wire";
import { z } from "@/lib/core/schema";

const longestId = 200;

const methods = [
	"tools/list",
	"tools/call",
	"resources/list",
	"resources/read",
] as const satisfies BridgeMethod[];
const id = z.string().min(1).max(longestId);
const client = z.strictObject({
	session: z.string().min(1).max(200),
	name: z.string().max(1_000),
	version: z.string().max(1_000).optional(),
	transport: z.enum(["stdio", "http"]),
});
const frameSchema: z.ZodType<ToExtension> = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("hello"),
		wire: z.number().int(),
		version: z.string().max(100),
	}),
	z.strictObject({
		type: z.literal("request"),
		id,
		client,
		method: z.enum(methods),
		params: z.unknown().optional(),
	}),
	z.strictObject({ type: z.literal("cancel"), id }),
	z.strictObject({ type: z.literal("ended"), session: client.shape.session }),
]);

/** A message of the bridge; or, where it is none, the id an error can be answered to, if it has one. */
export type ReadFrame = { frame: ToExtension } | { frame?: undefined; id?: string; problem: string };

/** Reads a message of the bridge: the wire (bridge/src/wire.ts), strictly. */
export function readFrame(message: unknown): ReadFrame {
	const parsed = frameSchema.safeParse(message);
	if (parsed.success) return { frame: parsed.data };
	const given = z.object({ type: z.literal("request"), id }).safeParse(message);
	const [issue] = parsed.error.issues;
	const where = issue?.path.join(".");
	return {
		...(given.success && { id: given.data.id }),
		problem: `${where ? `${where}: ` : ""}${issue?.message}`,
	};
}
