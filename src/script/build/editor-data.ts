import type { Element, Item } from './metadata.js';

const REFERENCE = 'https://www.npmjs.com/package/pattern-generator-element';

/** The words of a type like `'low'|'always'`. */
const words = ({ type }: Item) => [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1]!);
const told = ({ description = '', default: initial }: Item) =>
  description + (initial === undefined ? '' : ` (default: ${initial})`);

/** https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.schema.json */
export const htmlData = (element: Element) => ({
  version: 1.1,
  tags: [
    {
      name: element.tagName,
      description: element.description,
      attributes: element.attributes.map((attribute) => ({
        name: attribute.name,
        description: told(attribute),
        ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
        ...(words(attribute).length && { values: words(attribute).map((name) => ({ name })) }),
      })),
      references: [{ name: 'Documentation', url: REFERENCE }],
    },
  ],
});

/** https://github.com/microsoft/vscode-css-languageservice/blob/main/docs/customData.schema.json */
export const cssData = (element: Element) => ({
  version: 1.1,
  properties: element.cssProperties.map(({ name, description }) => ({ name, description })),
  pseudoElements: element.cssParts.map(({ name, description }) => ({ name: `::part(${name})`, description })),
  pseudoClasses: element.cssStates.map(({ name, description }) => ({ name: `:state(${name})`, description })),
});

const named = (items: Item[]) => items.map(({ name, description }) => ({ name, description }));

/** https://github.com/JetBrains/web-types */
export const webTypes = (element: Element, version: string) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: 'pattern-generator-element',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: [
        {
          name: element.tagName,
          description: element.description,
          'doc-url': REFERENCE,
          attributes: element.attributes.map((attribute) => ({
            name: attribute.name,
            description: attribute.description,
            default: attribute.default,
            value: { type: words(attribute).length ? words(attribute).map((word) => `'${word}'`) : attribute.type?.text },
          })),
          slots: named(element.slots),
          js: {
            properties: element.members
              .filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic)
              .map(({ name, description, type }) => ({ name, description, type: type?.text })),
            events: named(element.events),
          },
          css: { parts: named(element.cssParts), properties: named(element.cssProperties) },
        },
      ],
    },
  },
});
