import { mode } from '../state/view';
import { Crops } from './Crops';
import { Data } from './Data';
import { NeedMode } from './Needs';
import { Overview } from './Overview';
import { Plans } from './Plans';

export function ModePanel() {
    switch (mode.value) {
        case 'overview':
            return <Overview />;
        case 'roads':
            return <NeedMode need="road" />;
        case 'water':
            return <NeedMode need="water" />;
        case 'power':
            return <NeedMode need="voltage" />;
        case 'crops':
            return <Crops />;
        case 'plans':
            return <Plans />;
        case 'data':
            return <Data />;
    }
}
