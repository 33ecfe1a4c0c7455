import { Braces } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useGrant } from "@/components/hooks/use-panel-commands";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { useUpdateEndpoints } from "@/components/hooks/use-tool";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { presets } from "@/lib/crm/presets";
import { fillPreset, type PresetProblem } from "@/lib/crm/presets/fill";
import type { Preset } from "@/lib/crm/presets/preset";
import { PresetEndpoints } from "./preset-endpoints";
import { PresetFields } from "./preset-fields";

type PresetDialogProps = {
	stored: readonly Endpoint[];
	close(): void;
	/** Leads to the form for any other API. */
	any(): void;
};

/** Sets the endpoints of a known CRM: which one, what it needs, and what is to be set. */
export default function PresetDialog({ stored, close, any }: PresetDialogProps) {
	const id = useId();
	const form = useRef<HTMLFormElement>(null);
	const [preset, setPreset] = useState<Preset>(presets[0] as Preset);
	const [values, setValues] = useState<Record<string, string>>({});
	const [left, setLeft] = useState<ReadonlySet<EndpointType>>(new Set());
	const [problems, setProblems] = useState<readonly PresetProblem[]>([]);
	const [failure, setFailure] = useState<string>();
	const { save, saving } = useSavePreset();
	const locked = useLockedTypes();
	const wanted = preset.endpoints.map(({ type }) => type).filter((type) => !left.has(type) && !locked(type));

	function choose(presetId: string) {
		setPreset(presets.find((one) => one.id === presetId) ?? preset);
		// A credential of one CRM must not stand in the form of another.
		setValues({});
		setProblems([]);
		setFailure(undefined);
	}

	async function submit(event: FormEvent) {
		event.preventDefault();
		const filled = fillPreset(preset, values);
		setProblems(filled.ok ? [] : filled.failure);
		setFailure(undefined);
		if (!filled.ok) return focusField(form.current, preset, filled.failure);
		if (wanted.length === 0) return setFailure(i18n.t("settings.presets.chooseOne"));
		const refused = await save(
			preset,
			filled.value.filter(({ type }) => wanted.includes(type)),
		);
		if (refused === undefined) close();
		else setFailure(refused);
	}

	return (
		<Dialog
			title={i18n.t("settings.presets.open")}
			close={close}
			wide
			actions={
				<>
					<Button onClick={close}>{i18n.t("connect.cancel")}</Button>
					<Button type="submit" form={id} look="primary" disabled={saving}>
						{i18n.t("settings.presets.create")}
					</Button>
				</>
			}
		>
			<form ref={form} id={id} noValidate onSubmit={(event) => void submit(event)} className="text-ink">
				<p className="mb-4 text-ink-soft">{i18n.t("settings.presets.intro")}</p>
				<Field label={i18n.t("settings.presets.crm")}>
					{(props) => (
						<Select {...props} value={preset.id} onChange={(event) => choose(event.target.value)}>
							{presets.map(({ id: presetId, name }) => (
								<option key={presetId} value={presetId}>
									{name}
								</option>
							))}
						</Select>
					)}
				</Field>
				<p className="mt-2 flex flex-wrap items-center gap-x-2 text-[0.93rem] text-ink-soft">
					{i18n.t("anyCrm.notAmong")}
					<Button look="quiet" size="small" onClick={any}>
						<Braces aria-hidden />
						{i18n.t("connect.otherWays.any")}
					</Button>
				</p>
				<PresetFields
					key={preset.id}
					preset={preset}
					values={values}
					problems={problems}
					change={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
				/>
				<PresetEndpoints
					types={preset.endpoints.map(({ type }) => type)}
					stored={stored}
					wanted={wanted}
					locked={locked}
					toggle={(type) => setLeft((before) => toggled(before, type))}
				/>
				{failure && (
					<Notice tone="bad" className="mt-4" title={i18n.t("connect.notSaved")}>
						{failure}
					</Notice>
				)}
			</form>
		</Dialog>
	);
}

/** Asks for access and sets the endpoints one by one; gives why one was refused, undefined when all are set. */
function useSavePreset() {
	const grant = useGrant();
	const update = useUpdateEndpoints();
	const toast = useToast();
	async function save(preset: Preset, endpoints: readonly Endpoint[]): Promise<string | undefined> {
		// Chrome shows its prompt only right after a click: nothing slow may be awaited before. Without access they are set too.
		await grant.mutateAsync(permissionPattern(new URL(endpoints[0]?.url ?? "")));
		for (const endpoint of endpoints) {
			const saved = await update.mutateAsync({ add_crm_endpoint: endpoint });
			if (saved.isError) return saved.text;
		}
		toast({ text: i18n.t("settings.presets.done", [preset.name]) });
		return undefined;
	}
	return { save, saving: grant.isPending || update.isPending };
}

function useLockedTypes(): (type: EndpointType) => boolean {
	const paths = useSettingsOverview().data?.locked ?? [];
	return (type) => paths.includes(`crm_endpoints.${type}`);
}

/** Puts the focus on the first field, in the order of the page, that something is wrong with. */
function focusField(form: HTMLFormElement | null, { fields }: Preset, problems: readonly PresetProblem[]) {
	const first = fields.find(({ key }) => problems.some(({ field }) => field === key));
	form?.querySelector<HTMLElement>(`[name="${first?.key}"]`)?.focus();
}

function toggled(types: ReadonlySet<EndpointType>, type: EndpointType): ReadonlySet<EndpointType> {
	const after = new Set(types);
	if (!after.delete(type)) after.add(type);
	return after;
}
