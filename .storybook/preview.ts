import type {Preview} from '@storybook/web-components-vite';
import {setCustomElementsManifest} from '@storybook/web-components-vite';
import {html} from 'lit';
import './preview.css';
import manifest from '../packages/widgets/custom-elements.json' with {type: 'json'};

setCustomElementsManifest(manifest);

const directions: Record<string, 'rtl' | 'ltr'> = {ar: 'rtl', en: 'ltr'};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    language: {description: 'Language', toolbar: {title: 'Language', icon: 'globe', dynamicTitle: true,
      items: [{value: 'ar', title: 'العربية'}, {value: 'en', title: 'English'}]}},
    direction: {description: 'Direction', toolbar: {title: 'Direction', icon: 'transfer', dynamicTitle: true,
      items: [{value: 'auto', title: 'Direction of the language'}, {value: 'rtl', title: 'Right to left'}, {value: 'ltr', title: 'Left to right'}]}},
    scheme: {description: 'Scheme', toolbar: {title: 'Scheme', icon: 'mirror', dynamicTitle: true,
      items: [{value: 'light', title: 'Light'}, {value: 'dark', title: 'Dark'}]}},
  },
  initialGlobals: {language: 'ar', direction: 'auto', scheme: 'light', viewport: {value: undefined}},
  parameters: {
    layout: 'padded',
    a11y: {test: 'error'},
    docs: {codePanel: true, story: {inline: true}},
    viewport: {options: {
      small: {name: 'Small phone', styles: {width: '320px', height: '640px'}},
      phone: {name: 'Phone', styles: {width: '390px', height: '844px'}},
      desk: {name: 'Desk', styles: {width: '1280px', height: '900px'}},
    }},
    options: {storySort: {order: ['Comment thread', 'Comment count', 'Poll card', 'Suggestion form', 'Proposal tracker']}},
  },
  decorators: [(story, {globals}) => {
    const language = text(globals['language']), chosen = text(globals['direction']);
    const direction = chosen === 'auto' ? directions[language] : chosen;
    return html`<main class="story" data-scheme=${text(globals['scheme'])} lang=${language} dir=${direction ?? 'ltr'}>${story()}</main>`;
  }],
};
export default preview;
