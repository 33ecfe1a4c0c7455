import { i18n } from "#i18n";
import { useToolList } from "@/components/hooks/use-tool-list";
import { Badge } from "@/components/ui/badge";
import { type ExampleKey, examples } from "@/lib/tools/examples";
import type { ToolListing } from "@/lib/tools/tool";

type ExampleListProps = { load(call: unknown): void };

/** Every call the contract shows, by what it does; one click writes it into the editor. */
export function ExampleList({ load }: ExampleListProps) {
	const tools = useToolList().data;
	return (
		<ul className="-mx-2 grid sm:grid-cols-2">
			{examples.map(({ key, call }) => (
				<li key={key} className="min-w-0">
					<button
						type="button"
						data-example={key}
						onClick={() => load(call)}
						className="w-full rounded-lg px-2 py-1.5 text-left hover:bg-sunken"
					>
						<span className="block">{titleOf(key)}</span>
						<span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-[0.86rem] text-ink-soft">
							<code className="truncate">{"name" in call ? call.name : call.method}</code>
							<EffectBadge tool={tools?.find(({ name }) => name === toolOf(call))} />
						</span>
					</button>
				</li>
			))}
		</ul>
	);
}

const titleOf = (key: ExampleKey) => i18n.t(`settings.console.examples.titles.${key}`);

const toolOf = (call: (typeof examples)[number]["call"]): string | undefined => {
	if ("name" in call) return call.name;
	return "params" in call ? call.params.name : undefined;
};

/** What running it does besides giving an answer. */
function EffectBadge({ tool }: { tool?: ToolListing }) {
	if (!tool || tool.annotations.readOnlyHint) return null;
	return tool.annotations.openWorldHint ? (
		<Badge>{i18n.t("settings.console.examples.sends")}</Badge>
	) : (
		<Badge tone="warn">{i18n.t("settings.console.examples.changes")}</Badge>
	);
}
