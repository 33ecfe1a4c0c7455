import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { connectionOf, emptyConnection, endpointOf } from "@/components/connect/connection";
import { ConnectionForm } from "@/components/connect/connection-form";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useUpdateEndpoints } from "@/components/hooks/use-tool";
import { useUndoToast } from "@/components/hooks/use-undo-toast";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { Endpoint } from "@/lib/crm/endpoint";
import { defaultCacheTtlS, defaultTimeoutMs, type EndpointType, maxTimeoutMs } from "@/lib/crm/endpoint-type";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { SaveBar } from "../save-bar";
import { hrefOf } from "../shell/place";
import { EndpointTester } from "./endpoint-tester";

/** The form of one endpoint, with its test. */
export function EndpointEditor({ type, current }: { type: EndpointType; current?: Endpoint }) {
	const form = useForm({
		defaultValues: current ? connectionOf(current) : emptyConnection,
		mode: "onTouched",
	});
	const { register, formState, handleSubmit, reset, getValues, trigger } = form;
	const grant = useGrant();
	const update = useUpdateEndpoints();
	const undoToast = useUndoToast();
	const [refused, setRefused] = useState<string>();
	const cached = type === "sidePanel_CustomerInfo" || type === "ai_CustomerInitialInfo";

	/** Chrome shows its prompt only right after a click: nothing slow may be awaited before it is asked for. */
	const askFor = async (url: string) => {
		const granted = await grant.mutateAsync(permissionPattern(new URL(url)));
		setRefused(granted ? undefined : new URL(url).host);
		return granted;
	};
	const save = handleSubmit(async (values) => {
		const endpoint = endpointOf(type, values);
		await askFor(endpoint.url);
		const saved = await update.mutateAsync({ add_crm_endpoint: endpoint });
		if (!saved.isError) reset(values);
	});
	const remove = async () => {
		const removed = await update.mutateAsync({ remove_crm_endpoint: type });
		if (removed.isError) return;
		reset(emptyConnection);
		await undoToast(i18n.t("settings.endpoints.removed"), `crm_endpoints.${type}`);
	};

	return (
		<div className="mt-4 border-line border-t pt-4">
			<form noValidate onSubmit={(event) => void save(event)}>
				<ConnectionForm form={form} urlLabel={i18n.t("settings.webhooks.url.label")} current={current} />
				<div className="mt-4 grid grid-cols-2 gap-3">
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
				<p className="mt-4 text-[0.86rem] text-ink-soft">{i18n.t("connect.privacy")}</p>
				{refused && (
					<Notice tone="warn" className="mt-4" title={i18n.t("connect.refused.title")}>
						{i18n.t("settings.endpoints.refused", [refused])}
					</Notice>
				)}
				{update.data?.isError && (
					<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
						{update.data.text}
					</Notice>
				)}
				<SaveBar dirty={formState.isDirty} saving={update.isPending} discard={() => reset()} />
			</form>
			<EndpointTester
				type={type}
				endpoint={async () => {
					if (!(await trigger(undefined, { shouldFocus: true }))) return undefined;
					const endpoint = endpointOf(type, getValues());
					return (await askFor(endpoint.url)) ? endpoint : undefined;
				}}
			/>
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

/** A number as typed, empty for the default; `whole` without a fraction. */
function inRange(text: string, from: number, to: number, whole: boolean): true | string {
	if (text.trim() === "") return true;
	const number = Number(text);
	const fits = number >= from && number <= to && (!whole || Number.isInteger(number));
	return fits || i18n.t("settings.numberBetween", [from, to]);
}
