import { LoaderCircle, Send } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { useTryFunction } from "@/components/hooks/use-function-calls";
import { usePermission } from "@/components/hooks/use-permission";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { readPhone } from "@/lib/contacts/phone";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { CustomFunction } from "@/lib/functions/definition";
import { AccessMissing } from "../../access-missing";
import { ArgumentsForm } from "./arguments-form";
import { RequestPreview } from "./request-preview";
import { TryOutcome } from "./try-outcome";

type TryFunctionProps = {
	/** As it is written now; stored credentials come masked. */
	definition: CustomFunction;
	/** The name it is stored under. */
	current?: string;
	/** Arguments to begin with, as JSON text. */
	initial?: string;
	/** E.164, to begin with. */
	initialPhone?: string;
};

/** Calls a function with arguments typed in a form made of its schema, once the button is pressed and never before. */
export function TryFunction({ definition, current, initial = "{}", initialPhone = "" }: TryFunctionProps) {
	const [text, setText] = useState(initial);
	const [phone, setPhone] = useState(initialPhone);
	const [submitted, setSubmitted] = useState(false);
	const test = useTryFunction();
	const pattern = permissionPattern(new URL(definition.endpoint));
	const permitted = usePermission(pattern);
	const needsPhone = Object.values(definition.fixed ?? {}).some((value) => typeof value === "object");
	const e164 = readPhone(phone)?.e164;
	const id = useId();

	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		setSubmitted(true);
		const broken = event.currentTarget.querySelector<HTMLElement>(":invalid:not(form, fieldset)");
		if (broken || (needsPhone && !e164)) {
			(broken ?? document.getElementById(`${id}-phone`))?.focus();
			return;
		}
		test.mutate({
			definition,
			arguments: text,
			...(current !== undefined && { current }),
			...(needsPhone && e164 && { phone: e164 }),
		});
	};
	return (
		<TryCard>
			<form noValidate onSubmit={submit} className="space-y-4">
				<ArgumentsForm definition={definition} text={text} change={setText} />
				{needsPhone && (
					<Field
						label={i18n.t("functionCalls.try.phone")}
						hint={i18n.t("states.unidentified.hint")}
						error={submitted && !e164 ? i18n.t("states.unidentified.notAPhone") : undefined}
					>
						{(props) => (
							<Input
								{...props}
								id={`${id}-phone`}
								aria-label={i18n.t("functionCalls.try.phone")}
								type="tel"
								value={phone}
								onChange={({ target }) => setPhone(target.value)}
							/>
						)}
					</Field>
				)}
				<RequestPreview definition={definition} text={text} phone={e164} showProblems={submitted} />
				{permitted === false && (
					<AccessMissing pattern={pattern}>
						{i18n.t("functionCalls.failures.permission", [new URL(definition.endpoint).host])}
					</AccessMissing>
				)}
				<Button type="submit" look="primary" disabled={test.isPending || permitted === false}>
					{test.isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Send aria-hidden />}
					{i18n.t("functionCalls.try.send", [definition.method])}
				</Button>
			</form>
			<div aria-live="polite">{!test.isPending && test.data && <TryOutcome outcome={test.data} />}</div>
		</TryCard>
	);
}

/** What stands in its place while a function cannot be called at all. */
export function TryLater() {
	return (
		<TryCard>
			<p className="text-ink-soft">{i18n.t("functionCalls.try.later")}</p>
		</TryCard>
	);
}

function TryCard({ children }: { children: React.ReactNode }) {
	const id = useId();
	return (
		<section aria-labelledby={id} className="mt-5 rounded-2xl border border-line bg-surface p-5">
			<h2 id={id} className="font-semibold text-[1.15rem]">
				{i18n.t("functionCalls.try.title")}
			</h2>
			<p className="mb-4 max-w-[65ch] text-[0.93rem] text-ink-soft">{i18n.t("functionCalls.try.intro")}</p>
			{children}
		</section>
	);
}
