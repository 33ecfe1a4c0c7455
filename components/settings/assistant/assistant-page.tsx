import { useEffect } from "react";
import { i18n } from "#i18n";
import { useAssistantSettings } from "@/components/hooks/use-assistant-settings";
import type { Assistant } from "@/lib/assistant/settings";
import { usePlace } from "../shell/use-place";
import { InstructionsForm } from "./instructions-form";
import { LimitsForm } from "./limits-form";
import { ModelForm } from "./model-form";

/** Which model the assistant asks, what it is told before every answer, and how much it may use. */
export default function AssistantPage() {
	const { data } = useAssistantSettings();
	const { target } = usePlace();
	const shown = data?.ok === true;
	useEffect(() => {
		const place = shown && target ? document.getElementById(target) : null;
		place?.scrollIntoView({ block: "start" });
		place?.querySelector<HTMLElement>("input, select, textarea, button")?.focus({ preventScroll: true });
	}, [shown, target]);
	if (!data?.ok) return null;
	const stored = data.value;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("assistantSettings.intro")}</p>
			<ModelForm key={keyOf(stored, modelFields)} stored={stored} />
			<InstructionsForm key={keyOf(stored, instructionFields)} stored={stored} />
			<LimitsForm key={keyOf(stored, limitFields)} stored={stored} />
		</>
	);
}

const modelFields = [
	"provider",
	"preset",
	"base_url",
	"api_key",
	"model",
	"headers",
	"streaming",
	"functions",
] as const;
const instructionFields = ["tone", "language", "policies", "messages"] as const;
const limitFields = ["input_price", "output_price", "daily_token_limit", "daily_cost_limit"] as const;

/** A part's form begins anew when what is stored of it is another. */
const keyOf = (stored: Assistant, fields: readonly (keyof Assistant)[]): string =>
	JSON.stringify(fields.map((field) => stored[field]));
