import { i18n } from "#i18n";
import { type ExampleKey, examples } from "@/lib/tools/examples";

type ExampleListProps = { load(call: unknown): void };

/** Every call the contract shows, by what it does; one click writes it into the editor. */
export function ExampleList({ load }: ExampleListProps) {
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
						<code className="block truncate text-[0.86rem] text-ink-soft">
							{"name" in call ? call.name : call.method}
						</code>
					</button>
				</li>
			))}
		</ul>
	);
}

const titleOf = (key: ExampleKey) => i18n.t(`settings.console.examples.titles.${key}`);
