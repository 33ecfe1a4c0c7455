import { LoaderCircle } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import { OfBefore } from "@/components/connect/of-before";
import type { useTestEndpoint } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { readPhone } from "@/lib/contacts/phone";
import type { AnswerGap } from "@/lib/crm/answer-gap";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { TestResult } from "./test-result";

type EndpointTesterProps = {
	type: EndpointType;
	/** The endpoint as the form has it now; undefined when it is not valid or may not be reached, which the form shows. */
	endpoint(): Promise<Endpoint | undefined>;
	/** The host that may not be reached because the user said no when the test asked. */
	refused?: string;
	test: ReturnType<typeof useTestEndpoint>;
	/** What is missing in the answer of the test. */
	gap?: AnswerGap;
	/** Leads to the mapping, where the answer needs one. */
	mapAnswer?(): void;
};

/** Sends a real request, with a phone or a query, before anything is saved. */
export function EndpointTester({ type, endpoint, refused, test, gap, mapAnswer }: EndpointTesterProps) {
	const byPhone = type === "sidePanel_CustomerInfo" || type === "ai_CustomerInitialInfo";
	const [text, setText] = useState("");
	const [invalid, setInvalid] = useState(false);
	const [isOfBefore, setOfBefore] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		const phone = byPhone ? readPhone(text) : null;
		const missing = byPhone ? !phone : text.trim() === "";
		setInvalid(missing);
		// What was tested before stays, for its answer may be tied to fields already; it is not what came of this.
		setOfBefore(true);
		if (missing) {
			field.current?.focus();
			return;
		}
		const tested = await endpoint();
		if (!tested) return;
		setOfBefore(false);
		const { cache_ttl_s: _, ...request } = tested;
		test.mutate({ ...request, ...(phone ? { test_phone: phone.e164 } : { test_query: text.trim() }) });
	};
	return (
		<div className="mt-5 rounded-xl border border-line p-4">
			<h3 className="mb-3 font-semibold">{i18n.t("settings.endpoints.test.title")}</h3>
			<form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-2 sm:flex-row">
				<div className="min-w-0 flex-1">
					<Field
						label={i18n.t(byPhone ? "connect.testPhone" : "settings.endpoints.test.query")}
						hint={byPhone ? i18n.t("states.unidentified.hint") : undefined}
						error={
							invalid ? i18n.t(byPhone ? "states.unidentified.notAPhone" : "connect.required") : undefined
						}
					>
						{(props) => (
							<Input
								{...props}
								ref={field}
								type={byPhone ? "tel" : "search"}
								value={text}
								onChange={(event) => {
									setInvalid(false);
									setText(event.target.value);
								}}
							/>
						)}
					</Field>
				</div>
				<Button
					type="submit"
					className="self-end sm:mt-6 sm:self-start"
					disabled={test.isPending}
					// The focus stays in its field: the error that leaving it would show could push the button away mid-click.
					onMouseDown={(event) => event.preventDefault()}
				>
					{test.isPending && <LoaderCircle aria-hidden className="animate-spin" />}
					{i18n.t("connect.testAgain")}
				</Button>
			</form>
			<div aria-live="polite">
				{refused && (
					<Notice tone="warn" className="mt-4" title={i18n.t("connect.refused.title")}>
						{i18n.t("settings.endpoints.refused", [refused])}
					</Notice>
				)}
				{!test.isPending && test.data && (
					<>
						{isOfBefore && <OfBefore />}
						<TestResult outcome={test.data} gap={gap} mapAnswer={mapAnswer} />
					</>
				)}
			</div>
		</div>
	);
}
