import type { ReactiveControllerHost } from 'lit';
import type { PictureSource } from '../../generation/picture.js';
import type { View } from '../views/view.js';
import { objectUrl } from './object-url.js';

type Thumbnail = Pick<View, 'thumbnail' | 'thumbnailSize' | 'drawn'>;

/** The chosen picture as it is shown: under which address, and how large it turned out to be when it was drawn. */
export function thumbnail(host: ReactiveControllerHost): (source?: PictureSource) => Thumbnail {
  const addressOf = objectUrl(host);
  let last: { address?: string; size?: View['thumbnailSize'] } = {};
  return (source) => {
    const address = addressOf(source instanceof Blob ? source : undefined) ?? (source && String(source));
    return {
      thumbnail: address,
      thumbnailSize: last.address === address ? last.size : undefined,
      drawn: (size) => {
        last = { address, size };
        host.requestUpdate();
      },
    };
  };
}
