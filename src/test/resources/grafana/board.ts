// What a board may contain, out of Grafana's own types. board.schema.json is made from this file:
//   npm pack @grafana/schema@13.2.3 && tar xzf grafana-schema-*.tgz && npm i ts-json-schema-generator@2
//   npx ts-json-schema-generator --path board.ts --type Board --no-type-check --minify -o board.schema.json
import type { Dashboard, FieldConfig, FieldConfigSource, Panel } from './package/dist/types/raw/dashboard/x/types.gen';
import type { Options as Stat } from './package/dist/types/raw/composable/stat/panelcfg/x/types.gen';
import type { Options as Table, FieldConfig as TableField } from './package/dist/types/raw/composable/table/panelcfg/x/types.gen';
import type { Options as BarGauge } from './package/dist/types/raw/composable/bargauge/panelcfg/x/types.gen';
import type { Options as BarChart, FieldConfig as BarField } from './package/dist/types/raw/composable/barchart/panelcfg/x/types.gen';
import type { Options as Series, FieldConfig as SeriesField } from './package/dist/types/raw/composable/timeseries/panelcfg/x/types.gen';
import type { Options as Trend } from './package/dist/types/raw/composable/trend/panelcfg/x/types.gen';
type Fields<C> = Omit<FieldConfigSource, 'defaults'> & { defaults: Omit<FieldConfig, 'custom'> & { custom?: Partial<C> } };
type Of<T extends string, O, C> = Omit<Panel, 'type' | 'options' | 'fieldConfig'> & { type: T; options: Partial<O>; fieldConfig: Fields<C> };
type None = Record<string, never>;
type Any = Of<'stat', Stat, None> | Of<'table', Table, TableField> | Of<'bargauge', BarGauge, None> | Of<'barchart', BarChart, BarField>
  | Of<'timeseries', Series, SeriesField> | Of<'trend', Trend, SeriesField>;
export type Board = Omit<Dashboard, 'panels'> & { panels: Array<Any> };
