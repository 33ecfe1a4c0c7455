import { useId, useMemo } from "react";
import { i18n } from "#i18n";
import { faultText } from "@/components/customer/failure-text";
import { useMapped } from "@/components/hooks/use-mapped";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { answerFields } from "@/lib/crm/answer-fields";
import { longestMapping } from "@/lib/mapping/engine";
import { ClickPart } from "./click-part";
import { LiveResult } from "./live-result";
import type { MappingPartProps } from "./mapping-part";

/** A mapping by clicking and by hand: the text is the one truth, clicking rewrites it. */
export default function MappingEditor({ type, expression, change, tested }: MappingPartProps) {
	const id = useId();
	const isSet = expression.trim() !== "";
	const input = tested?.input;
	const bindings = tested?.bindings;
	const job = useMemo(
		() => (isSet ? { expression, ...(input !== undefined && { input, bindings }) } : undefined),
		[isSet, expression, input, bindings],
	);
	const result = useMapped(job);
	return (
		<div className="mt-3 space-y-4">
			<p className="max-w-[65ch] text-ink-soft">{i18n.t("settings.endpoints.mapping.intro")}</p>
			{!tested && <p className="rounded-lg bg-sunken p-3">{i18n.t("settings.endpoints.mapping.noAnswer")}</p>}
			{tested && answerFields[type].length > 0 && (
				<ClickPart type={type} expression={expression} change={change} tested={tested} />
			)}
			<Field
				label={i18n.t("settings.endpoints.mapping.expression")}
				hint={i18n.t("settings.endpoints.mapping.expressionHint")}
				error={result && !result.ok ? faultText(result.failure) : undefined}
			>
				{(props) => (
					<Textarea
						{...props}
						rows={8}
						spellCheck={false}
						maxLength={longestMapping}
						className="font-mono text-[0.86rem]"
						value={expression}
						onChange={(event) => change(event.target.value)}
					/>
				)}
			</Field>
			{isSet && tested && result?.ok && (
				<section aria-labelledby={id}>
					<h4 id={id} className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.asShown")}
					</h4>
					<LiveResult type={type} expression={expression} text={result.value} />
				</section>
			)}
		</div>
	);
}
