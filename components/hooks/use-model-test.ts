import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ModelFailure } from "@/lib/assistant/model";
import { listModels } from "@/lib/assistant/openai-compatible/list-models";
import type { Assistant } from "@/lib/assistant/settings";
import { type ModelTest, testModel } from "@/lib/assistant/test-model";
import { costOf } from "@/lib/assistant/usage";
import { fail, ok, type Result } from "@/lib/core/result";
import { sendMessage } from "@/lib/messaging/client";
import { keepAssistantSecrets, maskAssistant } from "@/lib/settings/assistant-secrets";
import { secretsMissingSentence } from "@/lib/settings/secrets";
import { modelOf, modelPorts } from "./use-model";

/** What a form holds, before it is saved; masked secrets stand for the stored ones. */
export type UnsavedModel = Partial<Assistant>;

/** Asks the server of a form for its models. Null when it was stopped. */
export function useModelList() {
	const { begin, stop } = useStop();
	const mutation = useMutation({
		mutationFn: async (unsaved: UnsavedModel): Promise<Result<string[], ModelFailure> | null> => {
			const signal = begin();
			const settings = await withSecrets(unsaved);
			if (!settings.ok) return settings;
			return (await listModels(settings.value, modelPorts("model-test"), signal)) ?? null;
		},
	});
	return { ...mutation, stop };
}

/** Tries the model of a form out. Null when it was stopped. */
export function useModelTest() {
	const { begin, stop } = useStop();
	const mutation = useMutation({
		mutationFn: async (unsaved: UnsavedModel): Promise<Result<ModelTest, ModelFailure> | null> => {
			const signal = begin();
			const settings = await withSecrets(unsaved);
			if (!settings.ok) return settings;
			const model = modelOf(settings.value, "model-test");
			if (!model.ok) return model;
			const test = await testModel(model.value, () => performance.now(), signal);
			// It costs what an answer costs.
			if (test.usage)
				await sendMessage("noteModelUsage", {
					...test.usage,
					cost: costOf(settings.value, test.usage),
					answers: 0,
				});
			return signal.aborted ? null : ok(test);
		},
	});
	return { ...mutation, stop };
}

/** What is running is stopped when the next one begins, and when the component goes. */
function useStop() {
	const running = useRef<AbortController | undefined>(undefined);
	useEffect(() => () => running.current?.abort(), []);
	return {
		begin(): AbortSignal {
			running.current?.abort();
			running.current = new AbortController();
			return running.current.signal;
		},
		stop: () => running.current?.abort(),
	};
}

async function withSecrets(unsaved: UnsavedModel): Promise<Result<Assistant, ModelFailure>> {
	const stored = await sendMessage("getModelConnection");
	if (!stored.ok) return fail({ reason: "internal", detail: stored.failure.reason });
	const kept = keepAssistantSecrets({ ...maskAssistant(stored.value), ...unsaved }, stored.value);
	return kept.ok ? kept : fail({ reason: "internal", detail: secretsMissingSentence(kept.failure) });
}
