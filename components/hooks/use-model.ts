import type { Model, ModelFailure } from "@/lib/assistant/model";
import type { ServerPorts } from "@/lib/assistant/openai-compatible/connection";
import { createServerModel } from "@/lib/assistant/openai-compatible/model";
import { type Assistant, hasModel } from "@/lib/assistant/settings";
import { systemClock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { RecordFromPage } from "@/lib/egress/entry";
import { sendMessage } from "@/lib/messaging/client";
import { createBuiltInModel } from "@/lib/platform/built-in-model";
import { hasPermission } from "@/lib/platform/permissions";
import { createStreamHttp } from "@/lib/platform/stream-http";

/** Notes in the background what a page asks; that it cannot be noted fails no request. */
const recordInBackground: RecordFromPage = (entry) => {
	const noted = sendMessage("recordRequest", { entry }).catch(() => undefined);
	return (ended) =>
		void noted
			.then((seq) => sendMessage("recordRequest", { entry: ended, ...(seq !== undefined && { seq }) }))
			.catch(() => undefined);
};

/** What asking a model server takes, of this page. */
export const modelPorts = (purpose: ServerPorts["purpose"]): ServerPorts => ({
	http: createStreamHttp(recordInBackground, systemClock),
	hasPermission,
	now: systemClock,
	randomId: () => crypto.randomUUID(),
	purpose,
});

/** The model of these settings, which have their secrets; `not-set` where they name none. */
export function modelOf(
	settings: Assistant,
	purpose: ServerPorts["purpose"] = "model",
): Result<Model, ModelFailure> {
	if (!hasModel(settings)) return fail({ reason: "not-set" });
	return ok(
		settings.provider === "built-in"
			? createBuiltInModel()
			: createServerModel(settings, modelPorts(purpose)),
	);
}

/** The model as it is set at this moment, and those settings. Asked for anew before every answer: they may have changed. */
export async function openModel(): Promise<Result<{ model: Model; settings: Assistant }, ModelFailure>> {
	const read = await sendMessage("getModelConnection");
	if (!read.ok) return fail({ reason: "internal", detail: read.failure.reason });
	const model = modelOf(read.value);
	return model.ok ? ok({ model: model.value, settings: read.value }) : model;
}
