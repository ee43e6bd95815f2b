/**
 * Makes everything the other packages take from the contract: types, precompiled validators, the table of operations
 * and the limits a form needs. Nothing here is written by hand twice: change `openapi.yaml` and run it again.
 */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Ajv2020} from 'ajv/dist/2020.js';
import {_} from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import {fullFormats} from 'ajv-formats/dist/formats.js';
import {build} from 'esbuild';
import openapiTS, {astToString} from 'openapi-typescript';
import {parse} from 'yaml';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = `${root}generated/`;

type Json = {[key: string]: any};
type Operation = {id: string; method: string; path: string; spec: Json; parameters: Json[]};

/** Every operation of the document, with the parameters of its path beside its own, references resolved. */
function operationsOf(document: Json): Operation[] {
  const resolve = (node: Json): Json =>
    node.$ref ? node.$ref.slice(2).split('/').reduce((at: Json, key: string) => at[key], document) : node;
  return Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    ['get', 'put', 'post', 'patch', 'delete'].filter((method) => item[method]).map((method) => {
      const spec = item[method] as Json;
      return {id: spec.operationId, method, path, spec,
        parameters: [...(item.parameters ?? []), ...(spec.parameters ?? [])].map(resolve)};
    }));
}

/** JSON Schema of one kind of parameter (`query`, `path`, `header`), closed. Header names are lower case. */
function parametersSchema(parameters: Json[], where: string): Json | undefined {
  const mine = parameters.filter((parameter) => parameter.in === where);
  if (!mine.length && where !== 'query') return undefined;
  const name = (parameter: Json) => (where === 'header' ? parameter.name.toLowerCase() : parameter.name);
  return {
    type: 'object', additionalProperties: false,
    required: mine.filter((parameter) => parameter.required).map(name),
    properties: Object.fromEntries(mine.map((parameter) => [name(parameter), parameter.schema])),
  };
}

/** References of the document become references into the one schema ajv knows as `contract`. */
const rebased = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/'));

/** One ES module of precompiled validators, with nothing left to compile where it runs. */
async function validatorModule(document: Json, schemas: Record<string, Json>, coerceTypes: boolean): Promise<string> {
  const ajv = new Ajv2020({strict: false, allErrors: false, coerceTypes, formats: fullFormats,
    code: {source: true, esm: true, lines: false, formats: _`require("ajv-formats/dist/formats").fullFormats`}});
  ajv.addSchema({$id: 'contract', components: {schemas: document.components.schemas}});
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({$id: name, ...rebased(schema)});
  const code = standaloneCode(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
  const bundled = await build({stdin: {contents: code, resolveDir: root, loader: 'js'}, bundle: true, format: 'esm',
    minifySyntax: true, write: false, platform: 'neutral', mainFields: ['module', 'main'], legalComments: 'none'});
  return bundled.outputFiles.map((file) => file.text).join('');
}

/** What a request carries: nothing, JSON, or a file's bytes. */
const bodyKind = (spec: Json): 'none' | 'json' | 'bytes' =>
  (!spec.requestBody ? 'none' : spec.requestBody.content['application/json'] ? 'json' : 'bytes');

function operationsModule(version: string, operations: Operation[]): string {
  const rows = operations.map(({id, method, path, spec, parameters}) => {
    const query = parameters.filter((parameter) => parameter.in === 'query');
    return [id, {
      method: method.toUpperCase(), path: path.replaceAll(/\{(\w+)\}/g, ':$1'), tag: spec.tags[0],
      body: bodyKind(spec),
      credential: (spec.security ?? []).map((one: Json) => Object.keys(one)[0]),
      idempotent: parameters.some((parameter) => parameter.name === 'Idempotency-Key'),
      many: query.filter((parameter) => parameter.schema.type === 'array').map((parameter) => parameter.name),
    }];
  });
  return `/** How each operation is reached; paths as a router reads them. */
export const operations = ${JSON.stringify(Object.fromEntries(rows), null, 2)} as const;
export type OperationId = keyof typeof operations;
export const contractVersion = ${JSON.stringify(version)};
`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `NewReport.note.maxLength` becomes `newReportNoteMaxLength`: a constant each, so that a bundle keeps what it uses. */
function limitsModule(document: Json): string {
  const found = new Map<string, number>();
  const keep = (name: string, schema: Json) => {
    for (const keyword of ['maxLength', 'maxItems', 'minimum', 'maximum']) {
      if (typeof schema[keyword] !== 'number') continue;
      const words = name + capital(keyword);
      found.set(words.charAt(0).toLowerCase() + words.slice(1), schema[keyword]);
    }
  };
  for (const [name, schema] of Object.entries<Json>(document.components.schemas)) {
    keep(name, schema);
    if (schema.additionalProperties !== false) continue;
    for (const [property, inner] of Object.entries<Json>(schema.properties ?? {})) {
      keep(name + capital(property), inner);
    }
  }
  return [...found].map(([name, limit]) => `export const ${name} = ${limit};`).join('\n') + '\n';
}

export async function generate(): Promise<void> {
  const yaml = readFileSync(`${root}openapi.yaml`, 'utf8');
  const stamp = createHash('sha256').update(yaml).update(readFileSync(fileURLToPath(import.meta.url))).digest('hex');
  if (existsSync(`${out}stamp`) && readFileSync(`${out}stamp`, 'utf8') === stamp) return;
  const document = parse(yaml) as Json;
  const operations = operationsOf(document);
  const parameters: Record<string, Json> = {}, bodies: Record<string, Json> = {}, replies: Record<string, Json> = {};
  for (const {id, spec, parameters: own} of operations) {
    for (const where of ['query', 'path', 'header']) {
      const schema = parametersSchema(own, where);
      if (schema) parameters[`${id}_${where}`] = schema;
    }
    const body = spec.requestBody?.content['application/json']?.schema;
    if (body) bodies[id] = body;
    for (const [status, response] of Object.entries<Json>(spec.responses)) {
      const schema = response.content?.['application/json']?.schema;
      if (schema) replies[`${id}_${status}`] = schema;
    }
  }
  const definitions = Object.fromEntries(['SpaceDefinition', 'PollDefinition', 'AnswerDefinition', 'OutcomeDefinition', 'FormDefinition'].map((name) => [name, {$ref: `#/components/schemas/${name}`}]));
  replies['problem'] = {$ref: '#/components/schemas/Problem'};
  const types = astToString(await openapiTS(new URL('../openapi.yaml', import.meta.url), {defaultNonNullable: false}));
  mkdirSync(out, {recursive: true});
  const write = (name: string, text: string) => { writeFileSync(out + name, text); };
  write('types.ts', types);
  write('operations.ts', operationsModule(document.info.version, operations));
  write('limits.ts', limitsModule(document));
  write('openapi.ts', `export default ${JSON.stringify(document)} as const;\n`);
  write('parameters.js', await validatorModule(document, parameters, true));
  write('bodies.js', await validatorModule(document, bodies, false));
  write('definitions.js', await validatorModule(document, definitions, false));
  write('replies.js', await validatorModule(document, replies, false));
  const declared = (names: string[]) => `import type {Validate} from '../src/validate.ts';\n${names.map((name) => `export declare const ${name}: Validate;`).join('\n')}\n`;
  write('parameters.d.ts', declared(Object.keys(parameters)));
  write('bodies.d.ts', declared(Object.keys(bodies)));
  write('definitions.d.ts', declared(Object.keys(definitions)));
  write('replies.d.ts', declared(Object.keys(replies)));
  write('stamp', stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
