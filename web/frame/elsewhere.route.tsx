import { createRoute } from '@tanstack/react-router';
import { frameRoute } from './frame.route.tsx';
import { NotFound } from './NotFound.tsx';

/** Every other address: said on the desk, so that the places stay at hand. */
export const elsewhereRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound });
