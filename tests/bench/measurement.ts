/** Half of the values are at most `p50`, 95 of a hundred at most `p95`. */
export type Spread = { p50: number; p95: number };

/** One line of the table and of results.json. */
export type Row = {
	name: string;
	unit: string;
	ours: Spread;
	/** The least that anybody could do under the same conditions, measured in the same run. */
	baseline: Spread | null;
	/** Ours divided by the baseline, at the percentile the goal speaks of. */
	ratio: number | null;
	goal: string;
	holds: boolean;
};

/** A row, and whether its goal is missed by more than noise explains. */
export type Judged = { row: Row; clearlyMissed: boolean };

/** What a measurement found: its rows, and what helps to understand them, as text. */
export type Findings = { judged: Judged[]; notes?: string };

/** What is measured: the folder of a production build. */
export type BenchSubject = { buildDir: string };

export type Measurement = {
	/** The names of the rows it gives; by a part of any of them it is chosen on the command line. */
	rows: readonly string[];
	run(subject: BenchSubject): Promise<Findings>;
};
