import { Trash2 } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { connectionOf, emptyConnection, endpointOf } from "@/components/connect/connection";
import { ConnectionForm } from "@/components/connect/connection-form";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useTestEndpoint, useUpdateEndpoints } from "@/components/hooks/use-tool";
import { useTypedElsewhere } from "@/components/hooks/use-typed-connection";
import { useUndoToast } from "@/components/hooks/use-undo-toast";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { type AnswerGap, answerGap } from "@/lib/crm/answer-gap";
import { maskAuth } from "@/lib/crm/authenticate";
import type { Endpoint } from "@/lib/crm/endpoint";
import { defaultCacheTtlS, defaultTimeoutMs, type EndpointType, maxTimeoutMs } from "@/lib/crm/endpoint-type";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { EndpointTest } from "@/lib/tools/test-crm-endpoint";
import { SaveBar } from "../save-bar";
import { hrefOf } from "../shell/place";
import { EndpointTester } from "./endpoint-tester";
import { mappedGap } from "./mapping/mapped-gap";
import { MappingPart } from "./mapping/mapping-part";
import { testedAnswer } from "./mapping/tested-answer";
import { RequestPart } from "./request-part";

type EndpointEditorProps = {
	type: EndpointType;
	current?: Endpoint;
	/** The other endpoints that are set. */
	others: readonly Endpoint[];
};

/** The form of one endpoint, with its test. */
export function EndpointEditor({ type, current, others }: EndpointEditorProps) {
	const form = useForm({ defaultValues: valuesOf(current), mode: "onTouched" });
	const { register, formState, handleSubmit, reset, getValues, trigger, watch, setValue } = form;
	const { isDirty } = formState;
	const grant = useGrant();
	const update = useUpdateEndpoints();
	const test = useTestEndpoint();
	const formId = useId();
	const undoToast = useUndoToast();
	const [refused, setRefused] = useState<string>();
	// What was changed elsewhere is shown at once, unless somebody is changing it here.
	const stored = useRef(current);
	useEffect(() => {
		if (stored.current !== current && !isDirty) reset(valuesOf(current));
		stored.current = current;
	}, [current, isDirty, reset]);
	// What was typed in the panel, which led here, is gone on with.
	useTypedElsewhere(type === "sidePanel_CustomerInfo" && !current && !isDirty, (typed) =>
		reset(typed, { keepDefaultValues: true }),
	);
	const cached = type === "sidePanel_CustomerInfo" || type === "ai_CustomerInitialInfo";

	/** Chrome shows its prompt only right after a click: nothing slow may be awaited before it is asked for. */
	const askFor = (url: string) => grant.mutateAsync(permissionPattern(new URL(url)));
	const save = handleSubmit(async (values) => {
		const endpoint = endpointOf(type, values);
		// Saved without access too; the endpoint says so, and how to give it.
		await askFor(endpoint.url);
		const saved = await update.mutateAsync({ add_crm_endpoint: endpoint });
		if (saved.isError) return;
		// From here on the secret is a stored one, which is not shown.
		reset(valuesOf({ ...endpoint, ...(endpoint.auth && { auth: maskAuth(endpoint.auth) }) }));
		await undoToast(i18n.t("settings.endpoints.saved"), `crm_endpoints.${type}`);
	});
	const remove = async () => {
		const removed = await update.mutateAsync({ remove_crm_endpoint: type });
		if (removed.isError) return;
		reset(emptyConnection);
		await undoToast(i18n.t("settings.endpoints.removed"), `crm_endpoints.${type}`);
		location.hash = hrefOf({ route: "crm-endpoints" });
	};
	const answer = test.data?.data;
	// The same answer stays the same: what is unfolded in its tree stays so while fields are tied.
	const tested = useMemo(() => testedAnswer(test.variables, answer), [test.variables, answer]);
	const gap = useMemo(() => gapOf(answer, test.variables?.mapping), [answer, test.variables]);
	const needsMapping =
		tested !== undefined && (gap !== undefined || answer?.failure?.reason === "unreadable-answer");
	const mappingPlace = useRef<HTMLDetailsElement>(null);
	const mapAnswer = () => {
		const place = mappingPlace.current;
		if (!place) return;
		place.open = true;
		place.scrollIntoView();
		place.querySelector("summary")?.focus({ preventScroll: true });
	};
	const toTest = async (): Promise<Endpoint | undefined> => {
		if (!(await trigger(undefined, { shouldFocus: true }))) return undefined;
		const endpoint = endpointOf(type, getValues());
		const granted = await askFor(endpoint.url);
		setRefused(granted ? undefined : new URL(endpoint.url).host);
		return granted ? endpoint : undefined;
	};

	return (
		<div className="mt-4 border-line border-t pt-4">
			<form id={formId} noValidate onSubmit={(event) => void save(event)}>
				{!current && <p className="mb-4 max-w-[65ch]">{i18n.t("anyCrm.next")}</p>}
				<ConnectionForm
					form={form}
					type={type}
					urlLabel={i18n.t("settings.webhooks.url.label")}
					current={current}
					others={others}
				/>
				<div className="mt-4 grid gap-3 sm:grid-cols-2">
					<Field
						label={i18n.t("settings.endpoints.timeout")}
						hint={i18n.t("settings.endpoints.timeoutHint", [defaultTimeoutMs / 1000, maxTimeoutMs / 1000])}
						error={formState.errors.timeoutS?.message}
					>
						{(props) => (
							<Input
								{...props}
								inputMode="decimal"
								placeholder={String(defaultTimeoutMs / 1000)}
								{...register("timeoutS", {
									validate: (text) => inRange(text, 1, maxTimeoutMs / 1000, false),
								})}
							/>
						)}
					</Field>
					{cached && (
						<Field
							label={i18n.t("settings.endpoints.cache")}
							hint={i18n.t("settings.endpoints.cacheHint")}
							error={formState.errors.cacheTtlS?.message}
						>
							{(props) => (
								<Input
									{...props}
									inputMode="numeric"
									placeholder={String(defaultCacheTtlS)}
									{...register("cacheTtlS", { validate: (text) => inRange(text, 0, 86_400, true) })}
								/>
							)}
						</Field>
					)}
				</div>
				<RequestPart form={form} />
				<p className="mt-4 text-[0.86rem] text-ink-soft">{i18n.t("connect.privacy")}</p>
				{update.data?.isError && (
					<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
						{update.data.text}
					</Notice>
				)}
			</form>
			<EndpointTester
				type={type}
				endpoint={toTest}
				refused={refused}
				test={test}
				gap={gap}
				{...(needsMapping && { mapAnswer })}
			/>
			<MappingPart
				type={type}
				expression={watch("mapping")}
				change={(mapping) => setValue("mapping", mapping, { shouldDirty: true })}
				tested={tested}
				needed={needsMapping}
				place={mappingPlace}
			/>
			<SaveBar dirty={isDirty} saving={update.isPending} discard={() => reset()} form={formId} />
			<div className="mt-5 flex flex-wrap justify-between gap-2 border-line border-t pt-4">
				{current ? (
					<Button look="quiet" onClick={() => void remove()}>
						<Trash2 aria-hidden />
						{i18n.t("settings.endpoints.remove")}
					</Button>
				) : (
					<span />
				)}
				<LinkButton href={hrefOf({ route: "crm-endpoints" })}>{i18n.t("settings.close")}</LinkButton>
			</div>
		</div>
	);
}

function gapOf(test: EndpointTest | undefined, mapping: string | undefined): AnswerGap | undefined {
	if (!test?.answer) return undefined;
	return mapping === undefined ? answerGap(test.answer) : mappedGap(test.answer, mapping, test.mapped);
}

const valuesOf = (endpoint: Endpoint | undefined) => (endpoint ? connectionOf(endpoint) : emptyConnection);

/** A number as typed, empty for the default; `whole` without a fraction. */
function inRange(text: string, from: number, to: number, whole: boolean): true | string {
	if (text.trim() === "") return true;
	const number = Number(text);
	const fits = number >= from && number <= to && (!whole || Number.isInteger(number));
	return fits || i18n.t("settings.numberBetween", [from, to]);
}
