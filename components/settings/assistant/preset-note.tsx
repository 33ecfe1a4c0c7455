import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { CodeBlock } from "@/components/ui/code-block";
import type { ModelPreset } from "@/lib/assistant/presets";

/** What is to be known of a kind of server: where its keys are made, and what has to be set there. */
export function PresetNote({ preset: { name, keys, docs, hint } }: { preset: ModelPreset }) {
	return (
		<div className="mt-2 space-y-2 text-[0.93rem] text-ink-soft">
			<p>
				{hint
					? i18n.t(`assistantSettings.preset.hints.${messageKey(hint)}`)
					: i18n.t("assistantSettings.preset.needsKey", [name])}{" "}
				<a
					href={keys ?? docs}
					target="_blank"
					rel="noopener noreferrer"
					className="text-accent-ink underline"
				>
					{i18n.t(keys ? "assistantSettings.preset.keys" : "assistantSettings.preset.docs")}
				</a>
			</p>
			{hint === "ollama" && (
				<CodeBlock
					label={i18n.t("assistantSettings.preset.environment")}
					code={`OLLAMA_ORIGINS=${location.origin}\nOLLAMA_CONTEXT_LENGTH=16384`}
				/>
			)}
			{hint === "vllm" && (
				<CodeBlock
					label={i18n.t("assistantSettings.preset.command")}
					code="vllm serve MODEL --enable-auto-tool-choice --tool-call-parser hermes"
				/>
			)}
			{hint === "llama-cpp" && (
				<CodeBlock
					label={i18n.t("assistantSettings.preset.command")}
					code="llama-server -m MODEL.gguf --jinja -c 16384"
				/>
			)}
		</div>
	);
}
