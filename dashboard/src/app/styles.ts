/* Everything else stands beside its component. */
import './tokens.css';
