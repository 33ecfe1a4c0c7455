import { i18n } from "#i18n";
import { ExtraFieldList } from "@/components/customer/extra-fields";
import { readableName } from "@/components/customer/readable-name";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import { OpenLink } from "./open-link";

/** What a search over everything found, by type, in the order the CRM first names each. */
export function ResultList({ results }: { results: SearchResult[] }) {
	const types = [...new Set(results.map(({ type }) => type))];
	return types.map((type) => (
		<section key={type ?? ""} className="py-1.5">
			<h3 className="px-3.5 pt-1 font-medium text-[0.86rem] text-ink-soft">
				{type ? readableName(type) : i18n.t("search.others")}
			</h3>
			<ul>
				{results
					.filter((result) => result.type === type)
					.map((result, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing
						<li key={index} className="px-3.5 py-1.5">
							<p className="break-words leading-snug">
								<OpenLink url={result.url}>{result.title ?? result.id ?? result.url}</OpenLink>
							</p>
							{result.subtitle && (
								<p className="break-words text-[0.86rem] text-ink-soft">{result.subtitle}</p>
							)}
							<ExtraFieldList fields={result.more} className="mt-0.5 text-[0.86rem]" />
						</li>
					))}
			</ul>
		</section>
	));
}
